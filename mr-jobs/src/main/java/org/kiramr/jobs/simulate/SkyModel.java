package org.kiramr.jobs.simulate;

/**
 * The light between the sources: a slope along x and a slow wave along the strip. Immutable and
 * thread-safe.
 */
final class SkyModel {
  /** Length of the wave along the strip, px: a dozen fields. */
  private static final double WAVE = 16_384;

  private final double level;
  private final double slope;
  private final double wave;
  private final double middle;

  SkyModel(SimulateParameters parameters, SdssBand band) {
    level = band.sky();
    wave = 0.5 * parameters.skyGradient() * level;
    slope = parameters.skyGradient() * level / parameters.size().width();
    middle = 0.5 * parameters.size().width();
  }

  /** DN at column 0 of a row of the strip; from column to column add {@link #slope()}. */
  double atRow(long row) {
    return level + wave * StrictMath.sin(2 * Math.PI * row / WAVE) - slope * middle;
  }

  /** DN a pixel along x. */
  double slope() {
    return slope;
  }
}
