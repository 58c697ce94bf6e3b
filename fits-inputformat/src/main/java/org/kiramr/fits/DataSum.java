package org.kiramr.fits;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import nom.tam.fits.Header;

/**
 * The sum of an image's data that its DATASUM card promises: the ones'-complement sum of their
 * 32-bit words, FITS Standard 4.0, section 4.4.2.7 and appendix J. Not thread-safe.
 */
final class DataSum {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final long LOW = 0xFFFF_FFFFL;

  private final long expected;
  private long sum;
  private long bytes;

  private DataSum(long expected) {
    this.expected = expected;
  }

  /** A sum to be compared with the header's card; null if there is none, or it is no number. */
  static DataSum of(Header header) {
    String card = Cards.text(header, "DATASUM");
    try {
      return card == null ? null : new DataSum(Long.parseLong(card));
    } catch (NumberFormatException e) {
      // Before the standard settled on digits, sums were written in another code.
      return null;
    }
  }

  /** Adds the next bytes of the data. */
  void update(byte[] data, int from, int length) {
    int at = from;
    int end = from + length;
    while (at < end && bytes % Integer.BYTES != 0) {
      addByte(data[at++]);
    }
    int words = at + (end - at) / Integer.BYTES * Integer.BYTES;
    bytes += words - at;
    // no array is long enough for the sum to overflow
    long more = 0;
    for (; at < words; at += Integer.BYTES) {
      more += (int) INTS.get(data, at) & LOW;
    }
    sum = fold(sum + fold(more));
    while (at < end) {
      addByte(data[at++]);
    }
  }

  private void addByte(byte value) {
    int shift = Byte.SIZE * (Integer.BYTES - 1 - (int) (bytes % Integer.BYTES));
    sum = fold(sum + ((value & 0xFFL) << shift));
    bytes++;
  }

  /** Adds the carries to the low word, until there are none. */
  private static long fold(long value) {
    long folded = (value & LOW) + (value >>> Integer.SIZE);
    return (folded & LOW) + (folded >>> Integer.SIZE);
  }

  /**
   * Compares, once the data are complete.
   *
   * @throws Rejection if the card says something else
   */
  void verify() throws Rejection {
    if (expected != sum) {
      throw new Rejection(
          RejectCode.DATASUM_MISMATCH,
          "the data are not those the header was written for: DATASUM says "
              + expected
              + ", the bytes sum up to "
              + sum
              + " (the option --ignore-datasum of extract, or kira.fits.verify-datasum=false, reads them all"
              + " the same)");
    }
  }
}
