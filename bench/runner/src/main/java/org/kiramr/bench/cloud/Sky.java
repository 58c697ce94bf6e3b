package org.kiramr.bench.cloud;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * How crowded the frames of a survey are: detections by frame are log-normal, and neighbours in the
 * order of the survey are alike, since a scan stays in a crowded part of the sky for a while.
 *
 * @param sigma standard deviation of the logarithm of the detections
 * @param correlation part of that variance which neighbours share, 0 to 1
 * @param stretch frames that are neighbours
 */
public record Sky(double sigma, double correlation, int stretch) {

  /** A sky on which all frames hold the same number. */
  public static Sky even() {
    return new Sky(0, 0, 1);
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
      double z = shared * region + own * normal.sample();
      crowding[i] = Math.exp(sigma * z - sigma * sigma / 2);
    }
    return crowding;
  }
}
