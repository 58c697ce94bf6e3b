package org.kiramr.fits;

import nom.tam.fits.Header;

/** The check of an image's data against its DATASUM card, if that is a number. */
final class DataSum {
  private DataSum() {}

  /**
   * Compares.
   *
   * @param actual the ones'-complement sum of the whole data blocks, as nom-tam-fits computes it
   * @throws Rejection if the card is there and says something else
   */
  static void verify(Header header, long actual) throws Rejection {
    String card = Cards.text(header, "DATASUM");
    if (card == null) {
      return;
    }
    long expected;
    try {
      expected = Long.parseLong(card);
    } catch (NumberFormatException e) {
      // Before the standard settled on digits, sums were written in another code.
      return;
    }
    if (expected != actual) {
      throw new Rejection(
          RejectCode.DATASUM_MISMATCH,
          "the data are not those the header was written for: DATASUM says "
              + expected
              + ", the bytes sum up to "
              + actual
              + " (the option --ignore-datasum of extract, or kira.fits.verify-datasum=false, reads them all"
              + " the same)");
    }
  }
}
