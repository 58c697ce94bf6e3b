package org.kiramr.fits;

import java.nio.ByteBuffer;

/** BITPIX 64 and -64, as double pixels. Undefined pixels become NaN. */
final class DoublePixelDecoder extends PixelDecoder {
  private final long[] longs;
  private final double[] scaled = new double[CHUNK];

  DoublePixelDecoder(int bitpix, Scaling scaling, PixelBuffer pixels) {
    super(bitpix, scaling, pixels);
    this.longs = bitpix == 64 ? new long[CHUNK] : null;
  }

  @Override
  void convert(ByteBuffer values, int at, int n, PixelSink sink) {
    if (longs == null) {
      values.asDoubleBuffer().get(scaled, 0, n);
      convertDoubles(n);
    } else {
      values.asLongBuffer().get(longs, 0, n);
      convertLongs(n);
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
