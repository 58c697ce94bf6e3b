package org.kiramr.fits;

import java.nio.ByteBuffer;

/** BITPIX 8, 16, 32 and -32, as float pixels. Undefined pixels become NaN. */
final class FloatPixelDecoder extends PixelDecoder {
  private final int bitpix;
  private final byte[] bytes;
  private final short[] shorts;
  private final int[] ints;
  private final float[] scaled = new float[CHUNK];

  FloatPixelDecoder(int bitpix, Scaling scaling, PixelBuffer pixels) {
    super(bitpix, scaling, pixels);
    this.bitpix = bitpix;
    this.bytes = bitpix == 8 ? new byte[CHUNK] : null;
    this.shorts = bitpix == 16 ? new short[CHUNK] : null;
    this.ints = bitpix == 32 ? new int[CHUNK] : null;
  }

  @Override
  void convert(ByteBuffer values, int at, int n, PixelSink sink) {
    switch (bitpix) {
      case 8 -> {
        values.get(bytes, 0, n);
        convertBytes(n);
      }
      case 16 -> {
        values.asShortBuffer().get(shorts, 0, n);
        convertShorts(n);
      }
      case 32 -> {
        values.asIntBuffer().get(ints, 0, n);
        convertInts(n);
      }
      default -> {
        values.asFloatBuffer().get(scaled, 0, n);
        convertFloats(n);
      }
    }
    sink.put(at, scaled, 0, n);
  }

  // BITPIX 8 is the one unsigned type of FITS.
  private void convertBytes(int n) {
    double scale = scaling.scale();
    double zero = scaling.zero();
    for (int i = 0; i < n; i++) {
      scaled[i] = (float) (scale * (bytes[i] & 0xFF) + zero);
    }
    if (scaling.blank() != null) {
      long blank = scaling.blank();
      for (int i = 0; i < n; i++) {
        if ((bytes[i] & 0xFF) == blank) {
          scaled[i] = Float.NaN;
        }
      }
    }
  }

  private void convertShorts(int n) {
    double scale = scaling.scale();
    double zero = scaling.zero();
    for (int i = 0; i < n; i++) {
      scaled[i] = (float) (scale * shorts[i] + zero);
    }
    if (scaling.blank() != null) {
      long blank = scaling.blank();
      for (int i = 0; i < n; i++) {
        if (shorts[i] == blank) {
          scaled[i] = Float.NaN;
        }
      }
    }
  }

  private void convertInts(int n) {
    double scale = scaling.scale();
    double zero = scaling.zero();
    for (int i = 0; i < n; i++) {
      scaled[i] = (float) (scale * ints[i] + zero);
    }
    if (scaling.blank() != null) {
      long blank = scaling.blank();
      for (int i = 0; i < n; i++) {
        if (ints[i] == blank) {
          scaled[i] = Float.NaN;
        }
      }
    }
  }

  private void convertFloats(int n) {
    if (!scaling.isIdentity()) {
      double scale = scaling.scale();
      double zero = scaling.zero();
      for (int i = 0; i < n; i++) {
        scaled[i] = (float) (scale * scaled[i] + zero);
      }
    }
  }
}
