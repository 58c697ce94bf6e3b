package org.kiramr.jobs.simulate;

import java.util.Arrays;

/**
 * How the light of a source is spread before the atmosphere: a sum of round Gaussians, whose widths
 * are in units of the half-light radius. Convolution with a star's image, itself a sum of
 * Gaussians, then adds variances. Immutable and thread-safe.
 */
final class Profile {
  /** A star: all light in one point. */
  static final Profile POINT = new Profile(new double[] {0}, new double[] {1});

  /**
   * A disc, exp(-r/h). The Levy distribution's Laplace transform writes it as an integral over
   * Gaussians, in which the light that has width s follows Maxwell's distribution of scale h; the
   * integral is summed at equal steps. The half-light radius is 1.67835 h.
   */
  static final Profile EXPONENTIAL = maxwell(7, 0.5, 1 / 1.67834699);

  /**
   * An elliptical galaxy, near de Vaucouleurs's law. The logarithm of the widths is taken as
   * normal; its mean and variance are the exact ones of that law, from the moments of the light's
   * radius: mean 4 psi(8) - 4 ln 7.66925 - (ln 2 + psi(1)) / 2, variance 16 psi'(8) - psi'(1) / 4.
   * Light more than 1.4 deviations outside, beyond 5 half-light radii, is left out, as SDSS's fits
   * do.
   */
  static final Profile DE_VAUCOULEURS = lognormal(-0.1443, 1.3111, -2, 0.75, 5);

  private final double[] widths;
  private final double[] weights;

  private Profile(double[] widths, double[] weights) {
    this.widths = widths;
    this.weights = weights;
  }

  /** How many Gaussians there are. */
  int size() {
    return widths.length;
  }

  /** Standard deviation of a Gaussian in units of the half-light radius. */
  double width(int i) {
    return widths[i];
  }

  /** The part of the light that a Gaussian holds; they add up to 1. */
  double weight(int i) {
    return weights[i];
  }

  private static Profile maxwell(int count, double step, double scale) {
    double[] widths = new double[count];
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      double x = (i + 1) * step;
      widths[i] = x * scale;
      weights[i] = x * x * StrictMath.exp(-0.5 * x * x);
    }
    return new Profile(widths, normalised(weights));
  }

  private static Profile lognormal(
      double mean, double deviation, double first, double step, int count) {
    double[] widths = new double[count];
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      double z = first + i * step;
      widths[i] = StrictMath.exp(mean + deviation * z);
      weights[i] = StrictMath.exp(-0.5 * z * z);
    }
    return new Profile(widths, normalised(weights));
  }

  private static double[] normalised(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }
}
