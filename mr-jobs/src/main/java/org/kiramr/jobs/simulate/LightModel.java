package org.kiramr.jobs.simulate;

/**
 * A source as it falls on the pixels of one band: a sum of elliptical Gaussians, profile and star
 * image convolved. Lengths in pixels. Immutable and thread-safe.
 */
final class LightModel {
  private static final int ANGLES = 8;

  /** Variance of light that is spread evenly over a pixel, px squared. */
  private static final double PIXEL_VARIANCE = 1.0 / 12;

  private static final double[] COS2 = new double[ANGLES];

  static {
    for (int i = 0; i < ANGLES; i++) {
      double cos = StrictMath.cos((i + 0.5) * Math.PI / (2 * ANGLES));
      COS2[i] = cos * cos;
    }
  }

  private final double[] weight;
  private final double[] xx;
  private final double[] yy;
  private final double[] xy;

  private LightModel(int size) {
    weight = new double[size];
    xx = new double[size];
    yy = new double[size];
    xy = new double[size];
  }

  static LightModel of(Source source, Psf psf) {
    Profile profile = source.profile();
    LightModel model = new LightModel(2 * profile.size());
    double cos = StrictMath.cos(source.theta());
    double sin = StrictMath.sin(source.theta());
    double q2 = source.axisRatio() * source.axisRatio();
    for (int i = 0; i < profile.size(); i++) {
      double width = profile.width(i) * source.halfLightRadius();
      double major = width * width;
      double minor = major * q2;
      double xx = major * cos * cos + minor * sin * sin;
      double yy = major * sin * sin + minor * cos * cos;
      double xy = (major - minor) * sin * cos;
      model.set(2 * i, profile.weight(i) * Psf.CORE, xx, yy, xy, psf.coreVariance());
      model.set(2 * i + 1, profile.weight(i) * (1 - Psf.CORE), xx, yy, xy, psf.haloVariance());
    }
    return model;
  }

  /** Adds the light of that many DN, centred at x and a row of the strip. */
  void paint(StripImage image, double x, double row, double flux) {
    for (int i = 0; i < weight.length; i++) {
      image.addGaussian(x, row, flux * weight[i], xx[i], yy[i], xy[i]);
    }
  }

  /** The highest value of a source of 1 DN. */
  double peak() {
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      sum += amplitude(i);
    }
    return sum;
  }

  /**
   * How far from the centre a source of that flux is brighter than a limit, px, along its major
   * axis.
   */
  double reach(double flux, double limit) {
    double reach = 0;
    for (int i = 0; i < weight.length; i++) {
      double excess = flux * amplitude(i) / limit;
      if (excess > 1) {
        reach = Math.max(reach, Math.sqrt(2 * major(i) * StrictMath.log(excess)));
      }
    }
    return reach;
  }

  /**
   * The part of the light in a circle around the centre, when a pixel that the circle cuts counts
   * by its area, as SEP counts it: that is as if its light were spread evenly over it. In polar
   * coordinates the integral along the radius is exact; the one over the angle is summed over a
   * quarter, as the rest is symmetrical.
   */
  double fractionInCircle(double radius) {
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      double major = major(i) + PIXEL_VARIANCE;
      double minor = xx[i] + yy[i] + 2 * PIXEL_VARIANCE - major;
      double inside = 0;
      for (double cos2 : COS2) {
        double q = cos2 / major + (1 - cos2) / minor;
        inside += (1 - StrictMath.exp(-0.5 * radius * radius * q)) / q;
      }
      sum += weight[i] * inside / (ANGLES * Math.sqrt(major * minor));
    }
    return sum;
  }

  private double amplitude(int i) {
    return weight[i] / (2 * Math.PI * Math.sqrt(xx[i] * yy[i] - xy[i] * xy[i]));
  }

  /** Variance along the major axis. */
  private double major(int i) {
    double half = 0.5 * (xx[i] - yy[i]);
    return 0.5 * (xx[i] + yy[i]) + Math.sqrt(half * half + xy[i] * xy[i]);
  }

  private void set(int i, double w, double a, double b, double c, double variance) {
    weight[i] = w;
    xx[i] = a + variance;
    yy[i] = b + variance;
    xy[i] = c;
  }
}
