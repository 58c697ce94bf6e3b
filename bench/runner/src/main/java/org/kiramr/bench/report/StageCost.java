package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.List;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.record.Stage;
import org.kiramr.bench.stat.LinearFit;

/**
 * What a stage costs.
 *
 * @param stage the stage
 * @param perFrameSeconds slope of its time over the frames; with one number of frames its time by
 *     frame
 * @param perRunSeconds intercept; 0 with one number of frames
 */
public record StageCost(Stage stage, double perFrameSeconds, double perRunSeconds) {

  /** The costs of the stages that the runs tell, in the order of the stages. */
  static List<StageCost> of(List<EngineRun> runs) {
    List<StageCost> costs = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      List<EngineRun> telling =
          runs.stream().filter(run -> run.stageSeconds().containsKey(stage)).toList();
      if (!telling.isEmpty()) {
        costs.add(of(stage, telling));
      }
    }
    return costs;
  }

  private static StageCost of(Stage stage, List<EngineRun> runs) {
    LinearFit fit = Runs.fit(runs, run -> run.stageSeconds().get(stage));
    if (fit != null) {
      return new StageCost(stage, fit.marginal().value(), fit.fixed().value());
    }
    double perFrame =
        runs.stream()
            .mapToDouble(run -> run.stageSeconds().get(stage) / run.frames())
            .average()
            .orElseThrow();
    return new StageCost(stage, perFrame, 0);
  }

  /** Whether it is summed over tasks, so that it can be set beside CPU time. */
  public boolean inTasks() {
    return stage != Stage.LAUNCH && stage != Stage.SHUFFLE;
  }
}
