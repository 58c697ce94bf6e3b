package org.kiramr.bench.cloud;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.report.EngineName;
import org.kiramr.bench.report.Medians;
import org.kiramr.bench.report.SeriesAnalysis;
import org.kiramr.bench.report.SeriesKey;
import org.kiramr.bench.stat.Samples;

/**
 * Holds the simulation of large clusters against the runs that were made: the same calibration, the
 * same skies, the same events, on the cores of the machine that measured. It is fed with the runs
 * on the most cores but for those with the most frames, and has to foretell these and those on
 * fewer cores. Nothing is assumed to be slow here: what disturbed the machine is in the runs.
 */
final class RealRuns {
  /** With fewer numbers of frames none can be kept back: a line needs two. */
  private static final int LEAST_SIZES = 3;

  private static final int SKIES = 20;

  private final Assumptions assumptions;
  private final Sky sky;
  private final Calibration calibration;
  private final Map<String, SeriesKey> teachers = new HashMap<>();
  private final Map<SeriesKey, Integer> keptBack = new HashMap<>();
  private final List<SeriesAnalysis> series;
  private final double detectionsPerFrame;
  private final long seed;

  /**
   * Feeds the simulation.
   *
   * @param dataSet whose warm runs are meant
   * @param speculation whether engines that can start duplicate attempts do
   */
  RealRuns(
      List<Session> sessions,
      String dataSet,
      Assumptions assumptions,
      boolean speculation,
      long seed) {
    this.assumptions = assumptions;
    this.sky = KnownSky.of(sessions, dataSet, assumptions).sky();
    this.seed = seed;
    this.series = MeasuredSeries.warm(sessions, dataSet);
    for (SeriesAnalysis one : MeasuredSeries.onMostCores(series)) {
      teachers.put(one.key().engine(), one.key());
      if (one.medians().size() >= LEAST_SIZES) {
        keptBack.put(one.key(), one.largest().frames());
      }
    }
    List<Session> seen =
        sessions.stream()
            .map(
                session ->
                    session.withRuns(
                        session.runs().stream()
                            .filter(
                                run -> isSeen(SeriesKey.of(session.dataSet(), run), run.frames()))
                            .toList()))
            .toList();
    List<SeriesAnalysis> teaching = MeasuredSeries.warm(seen, dataSet);
    this.calibration = new Calibration(teaching, assumptions, speculation);
    this.detectionsPerFrame = detectionsPerFrame(teaching);
  }

  private boolean isSeen(SeriesKey key, int frames) {
    return key.equals(teachers.get(key.engine())) && keptBack.getOrDefault(key, 0) != frames;
  }

  private static double detectionsPerFrame(List<SeriesAnalysis> teaching) {
    double detections = 0;
    double frames = 0;
    for (SeriesAnalysis one : teaching) {
      for (Medians at : one.medians()) {
        detections += at.detections();
        frames += at.frames();
      }
    }
    return detections / frames;
  }

  /** All checks that the runs allow, of the engines that the simulation knows. */
  List<Validation> checks() {
    List<Validation> checks = new ArrayList<>();
    for (SeriesAnalysis one : series) {
      SeriesKey key = one.key();
      Optional<EngineProfile> profile = calibration.asMeasured(key.engine());
      if (profile.isPresent()) {
        for (Medians at : one.medians()) {
          checks.add(check(key, at, profile.get()));
        }
      }
    }
    return checks;
  }

  private Validation check(SeriesKey key, Medians at, EngineProfile profile) {
    List<Double> seconds = new ArrayList<>();
    for (int sky = 0; sky < SKIES; sky++) {
      seconds.add(simulate(key, at, profile, sky));
    }
    return new Validation(
        key.engine(),
        key.cores(),
        at.frames(),
        isSeen(key, at.frames()),
        Samples.mean(seconds).value(),
        Samples.quantile(seconds, 0.05),
        Samples.quantile(seconds, 0.95),
        at.wallSeconds());
  }

  private double simulate(SeriesKey key, Medians at, EngineProfile profile, int sky) {
    UniformRandomProvider random =
        RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {seed, sky + 1L});
    double frameBytes = at.inputBytes() / at.frames();
    Work work =
        new Work(profile, packing(key, at.frames(), frameBytes), crowding(at, random), frameBytes);
    return new Simulation(profile, ClusterProfile.ideal(key.cores()), work, random).run().seconds();
  }

  /** A sky that has as many detections as the run had. */
  private double[] crowding(Medians at, UniformRandomProvider random) {
    double[] crowding = sky.crowding(at.frames(), random);
    double sum = 0;
    for (double one : crowding) {
      sum += one;
    }
    double wanted = detectionsPerFrame > 0 ? at.detections() / detectionsPerFrame : at.frames();
    for (int i = 0; i < crowding.length; i++) {
      crowding[i] *= wanted / sum;
    }
    return crowding;
  }

  private Packing packing(SeriesKey key, int frames, double frameBytes) {
    boolean packs =
        (EngineName.isMapReduce(key.engine()) || EngineName.isSpark(key.engine()))
            && !key.engine().endsWith("one-file");
    return packs
        ? new AutomaticSplits(assumptions.openBytes().value())
            .packing(key.engine(), key.cores(), frames, frameBytes)
        : Packing.single();
  }
}
