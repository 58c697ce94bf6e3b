package org.kiramr.fits;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** BITPIX 8, 16, 32 and -32, as float pixels. */
final class FloatPixelDecoder extends PixelDecoder {
  private final int bitpix;
  private final byte[] bytes;
  private final short[] shorts;
  private final int[] ints;
  private final boolean canMask;
  private float[] pixels = {};

  FloatPixelDecoder(int bitpix, Scaling scaling) {
    super(bitpix, scaling);
    this.bitpix = bitpix;
    this.canMask = scaling.canMaskFloats(bitpix);
    this.bytes = bitpix == 8 ? new byte[CHUNK] : null;
    this.shorts = bitpix == 16 ? new short[CHUNK] : null;
    this.ints = bitpix == 32 ? new int[CHUNK] : null;
  }

  @Override
  void resize(int capacity) {
    pixels = Arrays.copyOf(pixels, capacity);
  }

  @Override
  void convertChunk(ByteBuffer values, int at, int n) {
    switch (bitpix) {
      case 8 -> {
        values.get(bytes, 0, n);
        convertBytes(at, n);
      }
      case 16 -> {
        values.asShortBuffer().get(shorts, 0, n);
        convertShorts(at, n);
      }
      case 32 -> {
        values.asIntBuffer().get(ints, 0, n);
        convertInts(at, n);
      }
      default -> {
        values.asFloatBuffer().get(pixels, at, n);
        convertFloats(at, n);
      }
    }
    if (canMask) {
      maskNonFinite(at, n);
    }
  }

  // BITPIX 8 is the one unsigned type of FITS.
  private void convertBytes(int at, int n) {
    double scale = scaling.scale();
    double zero = scaling.zero();
    for (int i = 0; i < n; i++) {
      pixels[at + i] = (float) (scale * (bytes[i] & 0xFF) + zero);
    }
    if (scaling.blank() != null) {
      long blank = scaling.blank();
      for (int i = 0; i < n; i++) {
        if ((bytes[i] & 0xFF) == blank) {
          pixels[at + i] = Float.NaN;
        }
      }
    }
  }

  private void convertShorts(int at, int n) {
    double scale = scaling.scale();
    double zero = scaling.zero();
    for (int i = 0; i < n; i++) {
      pixels[at + i] = (float) (scale * shorts[i] + zero);
    }
    if (scaling.blank() != null) {
      long blank = scaling.blank();
      for (int i = 0; i < n; i++) {
        if (shorts[i] == blank) {
          pixels[at + i] = Float.NaN;
        }
      }
    }
  }

  private void convertInts(int at, int n) {
    double scale = scaling.scale();
    double zero = scaling.zero();
    for (int i = 0; i < n; i++) {
      pixels[at + i] = (float) (scale * ints[i] + zero);
    }
    if (scaling.blank() != null) {
      long blank = scaling.blank();
      for (int i = 0; i < n; i++) {
        if (ints[i] == blank) {
          pixels[at + i] = Float.NaN;
        }
      }
    }
  }

  private void convertFloats(int at, int n) {
    if (!scaling.isIdentity()) {
      double scale = scaling.scale();
      double zero = scaling.zero();
      for (int i = at; i < at + n; i++) {
        pixels[i] = (float) (scale * pixels[i] + zero);
      }
    }
  }

  private void maskNonFinite(int at, int n) {
    for (int i = at; i < at + n; i++) {
      if (!Float.isFinite(pixels[i])) {
        pixels[i] = Float.NaN;
        mask.add(i, pixels.length);
      }
    }
  }

  @Override
  Pixels build() {
    return Pixels.ofFloats(pixels, mask);
  }
}
