package org.kiramr.fits;

import nom.tam.fits.Header;

/**
 * From the values of a file to image units: {@code scale x value + zero}, in double.
 *
 * @param blank the integer value of undefined pixels, or null; always null for floating point,
 *     where the standard forbids BLANK and NaN stands for undefined
 */
record Scaling(double scale, double zero, Long blank) {

  static Scaling of(Header header, int bitpix) throws Rejection {
    return new Scaling(
        Cards.real(header, "BSCALE", 1),
        Cards.real(header, "BZERO", 0),
        bitpix > 0 ? Cards.integerOrNull(header, "BLANK") : null);
  }

  /**
   * Whether a scaled float can be NaN or infinite: not for integers without BLANK, whose largest
   * and smallest values the scale leaves finite.
   */
  boolean canMaskFloats(int bitpix) {
    if (bitpix < 0 || blank != null) {
      return true;
    }
    double least = bitpix == 8 ? 0 : -Math.scalb(1.0, bitpix - 1);
    double most = Math.scalb(1.0, bitpix == 8 ? 8 : bitpix - 1);
    return !Float.isFinite((float) (scale * least + zero))
        || !Float.isFinite((float) (scale * most + zero));
  }

  boolean isIdentity() {
    return scale == 1 && zero == 0;
  }
}
