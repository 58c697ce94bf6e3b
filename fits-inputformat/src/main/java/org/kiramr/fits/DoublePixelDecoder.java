package org.kiramr.fits;

import java.io.IOException;
import java.util.Arrays;
import nom.tam.util.FitsInputStream;

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
  int readChunk(FitsInputStream in, int at, int n) throws IOException {
    return longs == null ? in.read(pixels, at, n) : in.read(longs, 0, n);
  }

  @Override
  void convertChunk(int at, int n) {
    if (longs == null) {
      convertDoubles(at, n);
    } else {
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
