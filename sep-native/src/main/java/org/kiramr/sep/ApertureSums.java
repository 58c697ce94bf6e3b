package org.kiramr.sep;

/**
 * Fluxes in apertures, one a source.
 *
 * @param sum flux, in image units
 * @param sumErr its standard error, from noise and gain of the image, in image units; 0 without
 *     noise
 * @param area pixels summed
 * @param flag see {@link SepFlags}
 */
@SuppressWarnings("ArrayRecordComponent") // columns, by design; never compared
public record ApertureSums(double[] sum, double[] sumErr, double[] area, short[] flag) {
  /** Arrays to be filled. */
  ApertureSums(int sources) {
    this(new double[sources], new double[sources], new double[sources], new short[sources]);
  }

  /** Number of sources. */
  public int size() {
    return sum.length;
  }
}
