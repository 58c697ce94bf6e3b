package org.kiramr.bench.cloud;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.simple.RandomSource;
import org.kiramr.bench.report.EngineName;
import org.kiramr.bench.report.Medians;
import org.kiramr.bench.report.SeriesAnalysis;
import org.kiramr.bench.stat.LinearFit;

/**
 * The simulator beside runs that it has not seen: fed with an engine's runs on the most cores but
 * for those with the most frames, it predicts these, and those on fewer cores.
 *
 * @param engine name
 * @param cores of the run
 * @param frames of the run
 * @param seen whether the run was among those that fed the simulator
 * @param simulatedSeconds wall time
 * @param measuredSeconds median wall time
 */
record Validation(
    String engine,
    int cores,
    int frames,
    boolean seen,
    double simulatedSeconds,
    double measuredSeconds) {
  private static final long ANY_SEED = 1;
  private static final int SPLITS_PER_CORE = 4;

  /** Simulated less measured, as a part of the measured. */
  double error() {
    return simulatedSeconds / measuredSeconds - 1;
  }

  /** All checks that warm series of one data set allow. */
  static List<Validation> of(List<SeriesAnalysis> series, Assumptions assumptions) {
    List<Validation> checks = new ArrayList<>();
    series.stream()
        .map(one -> one.key().engine())
        .distinct()
        .forEach(engine -> checks.addAll(of(engine, series, assumptions)));
    return checks;
  }

  private static List<Validation> of(
      String engine, List<SeriesAnalysis> all, Assumptions assumptions) {
    List<SeriesAnalysis> series =
        all.stream()
            .filter(one -> one.key().engine().equals(engine))
            .sorted(Comparator.comparingInt(one -> -one.key().cores()))
            .toList();
    SeriesAnalysis teacher = series.get(0);
    int largest = teacher.largest().frames();
    Optional<LinearFit> line = line(teacher, largest);
    if (line.isEmpty() || line.get().marginal().value() <= 0) {
      return List.of();
    }
    EngineProfile profile = profile(engine, line.get(), teacher.key().cores());
    List<Validation> checks = new ArrayList<>();
    for (SeriesAnalysis one : series) {
      int cores = one.key().cores();
      for (Medians at : one.medians()) {
        boolean seen = cores == teacher.key().cores() && at.frames() != largest;
        double simulated = simulate(profile, cores, at, assumptions);
        checks.add(new Validation(engine, cores, at.frames(), seen, simulated, at.wallSeconds()));
      }
    }
    return checks;
  }

  private static Optional<LinearFit> line(SeriesAnalysis series, int without) {
    List<SeriesAnalysis.RunPoint> points =
        series.points().stream().filter(run -> run.frames() != without).toList();
    return LinearFit.of(
        points.stream().mapToDouble(SeriesAnalysis.RunPoint::frames).toArray(),
        points.stream().mapToDouble(SeriesAnalysis.RunPoint::wallSeconds).toArray());
  }

  private static EngineProfile profile(String engine, LinearFit line, int cores) {
    return new EngineProfile(
        engine,
        Math.max(0, line.fixed().value()),
        0,
        0,
        0,
        0,
        line.marginal().value() * cores,
        0,
        0,
        1,
        true,
        false,
        false,
        List.of());
  }

  private static double simulate(
      EngineProfile profile, int cores, Medians at, Assumptions assumptions) {
    double[] even = new double[at.frames()];
    Arrays.fill(even, 1);
    double frameBytes = at.inputBytes() / at.frames();
    Packing packing = packing(profile.engine(), cores, at.frames(), frameBytes, assumptions);
    Work work = new Work(profile, packing, even, frameBytes);
    ClusterProfile cluster = ClusterProfile.ideal(cores);
    return new Simulation(profile, cluster, work, RandomSource.XO_RO_SHI_RO_128_PP.create(ANY_SEED))
        .run()
        .seconds();
  }

  /** How the engines cut small inputs: four tasks a core, none above 128 MB. */
  private static Packing packing(
      String engine, int cores, int frames, double frameBytes, Assumptions assumptions) {
    boolean packs =
        (EngineName.isMapReduce(engine) || EngineName.isSpark(engine))
            && !engine.endsWith("one-file");
    if (!packs) {
      return Packing.single();
    }
    int most = Packing.megabytes(128, frameBytes, assumptions.openBytes().value()).framesPerTask();
    int tasks = cores * SPLITS_PER_CORE;
    return new Packing("automatic", Math.max(1, Math.min(most, (frames + tasks - 1) / tasks)));
  }
}
