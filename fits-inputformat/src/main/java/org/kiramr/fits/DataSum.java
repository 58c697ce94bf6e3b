package org.kiramr.fits;

import nom.tam.fits.Header;

/** The check of an image's data against its DATASUM card. */
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
      throw new Rejection(
          RejectCode.DATASUM_MISMATCH, "DATASUM = '" + card + "' is not a number", e);
    }
    if (expected != actual) {
      throw new Rejection(
          RejectCode.DATASUM_MISMATCH,
          "the data are damaged: DATASUM says " + expected + ", the bytes sum up to " + actual);
    }
  }
}
