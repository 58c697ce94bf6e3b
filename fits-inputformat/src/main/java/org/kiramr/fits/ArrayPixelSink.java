package org.kiramr.fits;

/** Collects pixels in an array: of floats for BITPIX 8, 16, 32 and -32, else of doubles. */
final class ArrayPixelSink implements PixelSink {
  private final float[] floats;
  private final double[] doubles;
  private final MaskBuilder mask = new MaskBuilder();

  ArrayPixelSink(int bitpix, int pixels) {
    boolean wide = Math.abs(bitpix) == Double.SIZE;
    floats = wide ? null : new float[pixels];
    doubles = wide ? new double[pixels] : null;
  }

  @Override
  public void put(int at, float[] values, int from, int n) {
    System.arraycopy(values, from, floats, at, n);
    for (int i = at; i < at + n; i++) {
      if (!Float.isFinite(floats[i])) {
        floats[i] = Float.NaN;
        mask.add(i, floats.length);
      }
    }
  }

  @Override
  public void put(int at, double[] values, int from, int n) {
    System.arraycopy(values, from, doubles, at, n);
    for (int i = at; i < at + n; i++) {
      if (!Double.isFinite(doubles[i])) {
        doubles[i] = Double.NaN;
        mask.add(i, doubles.length);
      }
    }
  }

  /** The pixels; nothing may be put any more. */
  Pixels build() {
    return floats != null ? Pixels.ofFloats(floats, mask) : Pixels.ofDoubles(doubles, mask);
  }
}
