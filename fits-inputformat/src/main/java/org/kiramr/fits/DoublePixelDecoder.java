package org.kiramr.fits;

import java.nio.ByteBuffer;

/**
 * BITPIX 64, -64 and, where floats will not do, 32, as double pixels. Undefined ones become NaN.
 */
final class DoublePixelDecoder extends PixelDecoder {
  private final int bitpix;
  private final long[] longs;
  private final double[] scaled = new double[CHUNK];

  DoublePixelDecoder(int bitpix, Scaling scaling, PixelBuffer pixels) {
    super(bitpix, scaling, pixels);
    this.bitpix = bitpix;
    this.longs = bitpix > 0 ? new long[CHUNK] : null;
  }

  @Override
  void convert(ByteBuffer values, int at, int n, PixelSink sink) {
    switch (bitpix) {
      case 32 -> {
        for (int i = 0; i < n; i++) {
          longs[i] = values.getInt(i * Integer.BYTES);
        }
        convertLongs(n);
      }
      case 64 -> {
        values.asLongBuffer().get(longs, 0, n);
        convertLongs(n);
      }
      default -> {
        values.asDoubleBuffer().get(scaled, 0, n);
        convertDoubles(n);
      }
    }
    sink.put(at, scaled, 0, n);
  }

  private void convertLongs(int n) {
    double scale = scaling.scale();
    double zero = scaling.zero();
    for (int i = 0; i < n; i++) {
      scaled[i] = scale * longs[i] + zero;
    }
    if (scaling.blank() != null) {
      long blank = scaling.blank();
      for (int i = 0; i < n; i++) {
        if (longs[i] == blank) {
          scaled[i] = Double.NaN;
        }
      }
    }
  }

  private void convertDoubles(int n) {
    if (!scaling.isIdentity()) {
      double scale = scaling.scale();
      double zero = scaling.zero();
      for (int i = 0; i < n; i++) {
        scaled[i] = scale * scaled[i] + zero;
      }
    }
  }
}
