package org.kiramr.bench.cloud;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.kiramr.bench.record.FrameDetections;

/**
 * How crowded the frames of a survey are: detections by frame follow a distribution, and neighbours
 * in the order of the survey are alike, since a scan stays in a crowded part of the sky for a
 * while.
 *
 * @param spread detections of a frame as a multiple of the average, by its place in the standard
 *     normal distribution
 * @param correlation part of that variance which neighbours share, 0 to 1
 * @param stretch frames that are neighbours
 */
public record Sky(DoubleUnaryOperator spread, double correlation, int stretch) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * A sky whose detections are log-normal.
   *
   * @param sigma standard deviation of their logarithm
   */
  public static Sky logNormal(double sigma, double correlation, int stretch) {
    return new Sky(z -> Math.exp(sigma * z - sigma * sigma / 2), correlation, stretch);
  }

  /** A sky whose detections are spread as those of a catalogue, which is not empty. */
  public static Sky measured(FrameDetections detections, double correlation, int stretch) {
    double mean = detections.mean();
    return new Sky(
        z -> detections.quantile(NORMAL.cumulativeProbability(z)) / mean, correlation, stretch);
  }

  /** A sky on which all frames hold the same number. */
  public static Sky even() {
    return logNormal(0, 0, 1);
  }

  /** Detections of each frame as multiples of the average. */
  double[] crowding(int frames, UniformRandomProvider random) {
    NormalizedGaussianSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
    double shared = Math.sqrt(correlation);
    double own = Math.sqrt(1 - correlation);
    double[] crowding = new double[frames];
    double region = 0;
    for (int i = 0; i < frames; i++) {
      if (i % stretch == 0) {
        region = normal.sample();
      }
      crowding[i] = spread.applyAsDouble(shared * region + own * normal.sample());
    }
    return crowding;
  }
}
