package org.kiramr.jobs.simulate;

/**
 * The image of a star: two round Gaussians, a core and a wider halo, the light's spread over a
 * pixel included. Shares and widths are of the size that SDSS's frames show. Immutable and
 * thread-safe.
 *
 * @param coreVariance px squared
 * @param haloVariance px squared
 */
record Psf(double coreVariance, double haloVariance) {
  /** The part of the light that is in the core. */
  static final double CORE = 0.9;

  private static final double HALO_TO_CORE = 2.5;

  /** Half of the central value is reached this many core widths out. */
  private static final double HALF_WIDTH = halfWidth();

  /** The star's image with that full width at half maximum, in pixels. */
  static Psf ofFwhm(double fwhm) {
    double core = 0.5 * fwhm / HALF_WIDTH;
    double halo = core * HALO_TO_CORE;
    return new Psf(core * core, halo * halo);
  }

  /** In a band, with that seeing in r in arc seconds. */
  static Psf of(SdssBand band, double seeing) {
    return ofFwhm(seeing * band.seeingFactor() / SkyField.PIXEL_ARCSEC);
  }

  private static double halfWidth() {
    double low = 0;
    double high = HALO_TO_CORE * 2;
    for (int i = 0; i < 60; i++) {
      double middle = 0.5 * (low + high);
      if (value(middle) > 0.5 * value(0)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Proportional to the brightness that many core widths from the centre. */
  private static double value(double radius) {
    double halo2 = HALO_TO_CORE * HALO_TO_CORE;
    double r2 = radius * radius;
    return CORE * StrictMath.exp(-0.5 * r2)
        + (1 - CORE) / halo2 * StrictMath.exp(-0.5 * r2 / halo2);
  }
}
