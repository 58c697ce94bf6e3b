package org.kiramr.fits;

import java.nio.ByteBuffer;

/** The pixels of one tile in image units; a masked one is NaN. Used again for the next tile. */
final class TilePixels {
  /** Stands for exactly zero after SUBTRACTIVE_DITHER_2; FITS Standard 4.0, section 10.2.2. */
  static final int ZERO = Integer.MIN_VALUE + 2;

  private static final double ROUNDED_BY = 0.5;

  private final float[] floats;
  private final double[] doubles;

  TilePixels(boolean isDouble, int capacity) {
    floats = isDouble ? null : new float[capacity];
    doubles = isDouble ? new double[capacity] : null;
  }

  private void set(int i, double value) {
    if (floats != null) {
      floats[i] = (float) value;
    } else {
      doubles[i] = value;
    }
  }

  /** Scales {@code n} integers. */
  void setIntegers(int[] values, int n, Scaling scaling) {
    double scale = scaling.scale();
    double zero = scaling.zero();
    for (int i = 0; i < n; i++) {
      set(i, scale * values[i] + zero);
    }
    if (scaling.blank() != null) {
      long blank = scaling.blank();
      for (int i = 0; i < n; i++) {
        if (values[i] == blank) {
          set(i, Double.NaN);
        }
      }
    }
  }

  /**
   * Scales {@code n} integers to which random numbers were added.
   *
   * @param keepZeros whether {@link #ZERO} is exactly zero
   */
  void setDithered(int[] values, int n, Scaling scaling, Dither dither, boolean keepZeros) {
    double scale = scaling.scale();
    double zero = scaling.zero();
    // no integer of 32 bits is equal to this one
    long blank = scaling.blank() == null ? Long.MIN_VALUE : scaling.blank();
    for (int i = 0; i < n; i++) {
      float random = dither.next();
      if (values[i] == blank) {
        set(i, Double.NaN);
      } else if (keepZeros && values[i] == ZERO) {
        set(i, 0);
      } else {
        set(i, ((double) values[i] - random + ROUNDED_BY) * scale + zero);
      }
    }
  }

  /** Scales {@code n} big-endian integers of 64 bits. */
  void setLongs(ByteBuffer values, int n, Scaling scaling) {
    for (int i = 0; i < n; i++) {
      long value = values.getLong(i * Long.BYTES);
      boolean masked = scaling.blank() != null && scaling.blank() == value;
      set(i, masked ? Double.NaN : scaling.scale() * value + scaling.zero());
    }
  }

  /** Scales {@code n} big-endian floating-point values of this many bytes. */
  void setReals(ByteBuffer values, int bytes, int n, Scaling scaling) {
    boolean identity = scaling.isIdentity(); // keeps -0.0
    for (int i = 0; i < n; i++) {
      double value =
          bytes == Float.BYTES ? values.getFloat(i * bytes) : values.getDouble(i * bytes);
      set(i, identity ? value : scaling.scale() * value + scaling.zero());
    }
  }

  /** Hands the pixels of a tile over. */
  void putInto(PixelSink sink, TileShape shape, TileShape.Tile tile) {
    boolean wholeRows = tile.width() == shape.width();
    int width = wholeRows ? tile.pixels() : tile.width();
    for (int from = 0; from < tile.pixels(); from += width) {
      int at = (tile.y() + from / tile.width()) * shape.width() + tile.x();
      if (floats != null) {
        sink.put(at, floats, from, width);
      } else {
        sink.put(at, doubles, from, width);
      }
    }
  }
}
