package org.kiramr.bench.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kiramr.bench.model.PerformanceModel;

/**
 * A prediction beside the median of what was measured.
 *
 * @param key the series; never a cold one, which the model does not cover
 * @param frames number of frames
 * @param foretold whether the model was written before any of the runs
 * @param predictedWall s
 * @param measuredWall s
 * @param predictedCpu s
 * @param measuredCpu s
 */
public record PredictionCheck(
    SeriesKey key,
    int frames,
    boolean foretold,
    double predictedWall,
    double measuredWall,
    double predictedCpu,
    double measuredCpu) {
  /** A prediction is off if it differs from the measurement by more than this part of it. */
  public static final double TOLERANCE = 0.2;

  /**
   * Checks a model.
   *
   * @param started when the first of the sessions began that have runs of a series
   */
  static List<PredictionCheck> of(
      PerformanceModel model, List<SeriesAnalysis> series, Map<SeriesKey, Instant> started) {
    List<PredictionCheck> checks = new ArrayList<>();
    for (SeriesAnalysis one : series) {
      for (Medians at : one.medians()) {
        if (!one.key().cold()) {
          model
              .predict(
                  one.key().engine(),
                  at.frames(),
                  at.detections(),
                  at.megapixels(),
                  one.key().cores())
              .map(
                  said ->
                      new PredictionCheck(
                          one.key(),
                          at.frames(),
                          model.precedes(started.get(one.key())),
                          said.wallSeconds(),
                          at.wallSeconds(),
                          said.cpuSeconds(),
                          at.cpuSeconds()))
              .ifPresent(checks::add);
        }
      }
    }
    return checks;
  }

  /** Predicted less measured wall time, as a part of the measured. */
  public double wallError() {
    return predictedWall / measuredWall - 1;
  }

  /** Predicted less measured CPU time, as a part of the measured. */
  public double cpuError() {
    return predictedCpu / measuredCpu - 1;
  }

  /** Whether the wall time is off. */
  public boolean wallOff() {
    return Math.abs(wallError()) > TOLERANCE;
  }

  /** Whether the CPU time is off. */
  public boolean cpuOff() {
    return Math.abs(cpuError()) > TOLERANCE;
  }
}
