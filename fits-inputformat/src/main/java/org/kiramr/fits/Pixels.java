package org.kiramr.fits;

/** Pixels and their mask: exactly one of the pixel arrays is not null. */
final class Pixels {
  private final float[] floats;
  private final double[] doubles;
  private final byte[] mask;
  private final int maskedCount;

  private Pixels(float[] floats, double[] doubles, byte[] mask, int maskedCount) {
    this.floats = floats;
    this.doubles = doubles;
    this.mask = mask;
    this.maskedCount = maskedCount;
  }

  static Pixels ofFloats(float[] pixels, MaskBuilder mask) {
    return new Pixels(pixels, null, mask.build(pixels.length), mask.count());
  }

  static Pixels ofDoubles(double[] pixels, MaskBuilder mask) {
    return new Pixels(null, pixels, mask.build(pixels.length), mask.count());
  }

  /**
   * Pixels from elsewhere; a mask without any masked pixel becomes null.
   *
   * @throws IllegalArgumentException if the arrays do not fit together
   */
  static Pixels of(float[] floats, double[] doubles, byte[] mask) {
    if ((floats == null) == (doubles == null)) {
      throw new IllegalArgumentException("pixels must be either float or double");
    }
    int length = floats != null ? floats.length : doubles.length;
    if (mask != null && mask.length != length) {
      throw new IllegalArgumentException(
          "a mask of " + mask.length + " does not fit " + length + " pixels");
    }
    int masked = 0;
    if (mask != null) {
      for (byte m : mask) {
        masked += m != 0 ? 1 : 0;
      }
    }
    return new Pixels(floats, doubles, masked == 0 ? null : mask, masked);
  }

  float[] floats() {
    return floats;
  }

  double[] doubles() {
    return doubles;
  }

  byte[] mask() {
    return mask;
  }

  int maskedCount() {
    return maskedCount;
  }

  int length() {
    return floats != null ? floats.length : doubles.length;
  }
}
