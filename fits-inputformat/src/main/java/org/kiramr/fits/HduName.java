package org.kiramr.fits;

import java.util.Locale;
import nom.tam.fits.Header;

/**
 * How an HDU is called: EXTNAME, in upper case and without blanks around it since CFITSIO compares
 * so, and EXTVER, which is 1 where the card is missing (FITS Standard 4.0, section 4.4.2.6).
 *
 * @param name empty if the HDU has none
 * @param version -1 if the card holds no number, so that it names no HDU
 */
record HduName(String name, int version) {

  static HduName of(Header header) {
    String extname = Cards.text(header, "EXTNAME");
    return new HduName(extname == null ? "" : fold(extname), version(header));
  }

  /** Upper case in every locale alike, without blanks around it. */
  static String fold(String name) {
    return name.strip().toUpperCase(Locale.ROOT);
  }

  private static int version(Header header) {
    try {
      return Math.toIntExact(Cards.integer(header, "EXTVER", 1));
    } catch (Rejection | ArithmeticException e) {
      return -1;
    }
  }
}
