package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kiramr.bench.record.Stage;

/**
 * How much more of a frame's time an engine spends on something than another.
 *
 * @param name of the stage, or of what no stage explains
 * @param seconds more, in all tasks together
 */
public record StageDifference(String name, double seconds) {
  private static final double WORTH_SAYING = 0.0005;

  /** The differences of half a millisecond and more, largest first; none if one tells no stages. */
  static List<StageDifference> between(SeriesAnalysis one, SeriesAnalysis other) {
    if (one.stages().isEmpty() || other.stages().isEmpty()) {
      return List.of();
    }
    Map<Stage, Double> costs = costs(one);
    Map<Stage, Double> otherCosts = costs(other);
    List<StageDifference> all = new ArrayList<>();
    // an engine that cannot tell reading from decoding counts both as decoding
    double reading = sum(costs, Stage.READ, Stage.DECODE);
    all.add(
        new StageDifference(
            "reading and decoding", reading - sum(otherCosts, Stage.READ, Stage.DECODE)));
    for (Stage stage : Stage.values()) {
      if (stage != Stage.READ && stage != Stage.DECODE) {
        all.add(
            new StageDifference(StageName.of(stage), sum(costs, stage) - sum(otherCosts, stage)));
      }
    }
    all.add(new StageDifference(StageName.REST, one.restSeconds() - other.restSeconds()));
    return all.stream()
        .filter(part -> Math.abs(part.seconds()) >= WORTH_SAYING)
        .sorted(Comparator.comparingDouble(part -> -Math.abs(part.seconds())))
        .toList();
  }

  private static Map<Stage, Double> costs(SeriesAnalysis series) {
    Map<Stage, Double> costs = new EnumMap<>(Stage.class);
    series.stages().stream()
        .filter(StageCost::inTasks)
        .forEach(cost -> costs.put(cost.stage(), cost.perFrameSeconds()));
    return costs;
  }

  private static double sum(Map<Stage, Double> costs, Stage... stages) {
    double sum = 0;
    for (Stage stage : stages) {
      sum += costs.getOrDefault(stage, 0.0);
    }
    return sum;
  }
}
