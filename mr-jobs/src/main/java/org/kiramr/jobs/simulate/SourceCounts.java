package org.kiramr.jobs.simulate;

/**
 * How many sources of a kind there are by r magnitude: a power law of the flux between two limits.
 * Immutable and thread-safe.
 *
 * @param perSquareDegree sources brighter than magnitude 22
 * @param slope decades a magnitude
 * @param brightLimit magnitude
 * @param faintLimit magnitude
 */
record SourceCounts(double perSquareDegree, double slope, double brightLimit, double faintLimit) {
  private static final double SQUARE_DEGREES_PER_PIXEL =
      SkyField.PIXEL_ARCSEC * SkyField.PIXEL_ARCSEC / (3600.0 * 3600.0);

  private static final double REFERENCE_MAGNITUDE = 22;

  /** Stars: far from the Milky Way's plane. */
  static SourceCounts ofStars(SimulateParameters parameters) {
    // brighter than 14.9, the reddest star would fill the pixels of the i band
    double bright = parameters.saturatedStars() ? 10 : 14.9;
    return new SourceCounts(5000 * parameters.density(), 0.18, bright, parameters.faintLimit());
  }

  /** Galaxies, whose counts rise faster. */
  static SourceCounts ofGalaxies(SimulateParameters parameters) {
    return new SourceCounts(12_000 * parameters.density(), 0.36, 14.5, parameters.faintLimit());
  }

  /** How many are expected on an area in pixels. */
  double expected(double pixels) {
    return perSquareDegree
        * SQUARE_DEGREES_PER_PIXEL
        * pixels
        * (below(faintLimit) - below(brightLimit));
  }

  /** The magnitude that a part {@code u}, 0 to 1, of the sources is brighter than. */
  double magnitude(double u) {
    double bright = below(brightLimit);
    double rank = bright + u * (below(faintLimit) - bright);
    return REFERENCE_MAGNITUDE + StrictMath.log10(rank) / slope;
  }

  private double below(double magnitude) {
    return StrictMath.pow(10, slope * (magnitude - REFERENCE_MAGNITUDE));
  }
}
