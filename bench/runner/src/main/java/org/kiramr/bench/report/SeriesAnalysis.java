package org.kiramr.bench.report;

import java.util.List;
import java.util.Optional;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.stat.LinearFit;

/**
 * What a series shows.
 *
 * @param key which series
 * @param runs that count
 * @param wall line of the wall time, s; null with fewer than two numbers of frames
 * @param cpu line of the CPU time, s; null likewise
 * @param medians by number of frames, rising
 * @param stages what each costs
 * @param points the runs themselves, for plots
 */
public record SeriesAnalysis(
    SeriesKey key,
    int runs,
    LinearFit wall,
    LinearFit cpu,
    List<Medians> medians,
    List<StageCost> stages,
    List<RunPoint> points) {

  public SeriesAnalysis {
    medians = List.copyOf(medians);
    stages = List.copyOf(stages);
    points = List.copyOf(points);
  }

  /** One run: frames, wall and CPU seconds. */
  public record RunPoint(int frames, int repeat, double wallSeconds, double cpuSeconds) {}

  static SeriesAnalysis of(SeriesKey key, List<Runs.Taken> taken) {
    List<EngineRun> runs = taken.stream().map(Runs.Taken::run).toList();
    return new SeriesAnalysis(
        key,
        runs.size(),
        Runs.fit(runs, EngineRun::wallSeconds),
        Runs.fit(runs, EngineRun::cpuSeconds),
        Runs.byFrames(taken).values().stream().map(Medians::of).toList(),
        StageCost.of(runs),
        runs.stream()
            .map(
                run ->
                    new RunPoint(run.frames(), run.repeat(), run.wallSeconds(), run.cpuSeconds()))
            .toList());
  }

  /** The medians with the most frames. */
  public Medians largest() {
    return medians.get(medians.size() - 1);
  }

  /** The medians with a number of frames. */
  public Optional<Medians> at(int frames) {
    return medians.stream().filter(one -> one.frames() == frames).findFirst();
  }

  /** Marginal CPU time that no stage explains, s a frame: JVM, framework, launcher; at least 0. */
  public double restSeconds() {
    if (cpu == null || stages.isEmpty()) {
      return 0;
    }
    double explained =
        stages.stream().filter(StageCost::inTasks).mapToDouble(StageCost::perFrameSeconds).sum();
    return Math.max(0, cpu.marginal().value() - explained);
  }
}
