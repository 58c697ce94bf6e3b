package org.kiramr.fits;

/** Where scaled pixels go, in any order, each once; what is not finite becomes NaN and masked. */
interface PixelSink {
  /** Stores {@code n} values from {@code from} on as the pixels from {@code at} on. */
  void put(int at, float[] values, int from, int n);

  /** The same for an image of doubles. */
  void put(int at, double[] values, int from, int n);
}
