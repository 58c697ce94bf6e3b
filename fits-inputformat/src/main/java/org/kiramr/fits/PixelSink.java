package org.kiramr.fits;

/**
 * Where decoded pixels go: an image that is filled piece by piece, in any order.
 *
 * <p>Values are in image units; the sink masks those that are NaN or infinite. Index {@code at} is
 * {@code y * width + x}. The values are copied before the call returns.
 */
interface PixelSink {
  /** Takes {@code n} pixels of an image of floats. */
  void put(int at, float[] values, int from, int n);

  /** Takes {@code n} pixels of an image of doubles. */
  void put(int at, double[] values, int from, int n);
}
