package org.kiramr.fits;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** BITPIX 64 and -64, as double pixels. */
final class DoublePixelDecoder extends PixelDecoder {
  private final long[] longs;
  private double[] pixels = {};

  DoublePixelDecoder(int bitpix, Scaling scaling) {
    super(bitpix, scaling);
    this.longs = bitpix == 64 ? new long[CHUNK] : null;
  }

  @Override
  void resize(int capacity) {
    pixels = Arrays.copyOf(pixels, capacity);
  }

  @Override
  void convertChunk(ByteBuffer values, int at, int n) {
    if (longs == null) {
      values.asDoubleBuffer().get(pixels, at, n);
      convertDoubles(at, n);
    } else {
      values.asLongBuffer().get(longs, 0, n);
      convertLongs(at, n);
    }
    maskNonFinite(at, n);
  }

  private void convertLongs(int at, int n) {
    double scale = scaling.scale();
    double zero = scaling.zero();
    for (int i = 0; i < n; i++) {
      pixels[at + i] = scale * longs[i] + zero;
    }
    if (scaling.blank() != null) {
      long blank = scaling.blank();
      for (int i = 0; i < n; i++) {
        if (longs[i] == blank) {
          pixels[at + i] = Double.NaN;
        }
      }
    }
  }

  private void convertDoubles(int at, int n) {
    if (!scaling.isIdentity()) {
      double scale = scaling.scale();
      double zero = scaling.zero();
      for (int i = at; i < at + n; i++) {
        pixels[i] = scale * pixels[i] + zero;
      }
    }
  }

  private void maskNonFinite(int at, int n) {
    for (int i = at; i < at + n; i++) {
      if (!Double.isFinite(pixels[i])) {
        pixels[i] = Double.NaN;
        mask.add(i, pixels.length);
      }
    }
  }

  @Override
  Pixels build() {
    return Pixels.ofDoubles(pixels, mask);
  }
}
