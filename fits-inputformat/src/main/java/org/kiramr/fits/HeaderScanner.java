package org.kiramr.fits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cuts the next header out of a file: blocks up to the one with the END card. */
final class HeaderScanner {
  /** More than any real header (a long one has some thousand cards); about 8 MB. */
  static final int MAX_CARDS = 100_000;

  private static final int KEYWORD = 8;
  private static final byte[] END = "END     ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SIMPLE = "SIMPLE  ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] XTENSION = "XTENSION".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final DataSkipper skipper;
  private final byte[] block = new byte[HeaderText.BLOCK];

  /**
   * A scanner of a file.
   *
   * @param skipper counts what is passed over after the last HDU
   */
  HeaderScanner(InputStream in, DataSkipper skipper) {
    this.in = in;
    this.skipper = skipper;
  }

  /**
   * The blocks of the next header.
   *
   * @param hdu number of the HDU that should begin here
   * @param at where in the (decompressed) file this is, for the reasons
   * @return null at the end of the file; after the last HDU, zeros or blanks up to the end of the
   *     file count as its end, since tapes were filled up so
   * @throws Rejection if there is no whole header; where the next HDU begins is not known then
   */
  byte[] next(int hdu, long at) throws IOException, Rejection {
    int have = readBlock();
    if (have == 0) {
      if (hdu == 0) {
        throw new Rejection(RejectCode.EMPTY_FILE, "the file is empty");
      }
      return null;
    }
    if (!startsWith(hdu == 0 ? SIMPLE : XTENSION, have)) {
      return rejectOrEnd(hdu, at, have);
    }
    ByteArrayOutputStream header = new ByteArrayOutputStream(2 * HeaderText.BLOCK);
    for (int cards = 0; cards < MAX_CARDS; cards += HeaderText.BLOCK / HeaderText.CARD) {
      boolean last = hasEnd(hdu, at + header.size(), have);
      if (!last && have < HeaderText.BLOCK) {
        throw new Rejection(
            RejectCode.TRUNCATED,
            "the file ends inside a header, at byte " + (at + header.size() + have));
      }
      Arrays.fill(block, have, HeaderText.BLOCK, (byte) ' ');
      header.write(block, 0, HeaderText.BLOCK);
      if (last) {
        return header.toByteArray();
      }
      have = readBlock();
    }
    throw new Rejection(
        RejectCode.BAD_HEADER, "the header has no END card among its first " + MAX_CARDS);
  }

  private byte[] rejectOrEnd(int hdu, long at, int have) throws IOException, Rejection {
    if (hdu == 0) {
      throw new Rejection(
          RejectCode.NOT_FITS,
          "this is not a FITS file: it begins with '" + readable(have) + "' and not with SIMPLE");
    }
    int filled = have;
    while (isFill(filled)) {
      skipper.count(filled);
      filled = readBlock();
      if (filled == 0) {
        return null;
      }
    }
    throw new Rejection(
        RejectCode.TRAILING_DATA,
        "after the last HDU, from byte " + at + " on, there are bytes that are no HDU");
  }

  private int readBlock() throws IOException {
    return in.readNBytes(block, 0, block.length);
  }

  /** Whether the END card is in this block; binary data before it are no header any more. */
  private boolean hasEnd(int hdu, long at, int have) throws Rejection {
    for (int card = 0; card + KEYWORD <= have; card += HeaderText.CARD) {
      if (Arrays.equals(block, card, card + KEYWORD, END, 0, KEYWORD)) {
        return true;
      }
      for (int i = card; i < card + KEYWORD; i++) {
        if (block[i] < ' ') {
          throw new Rejection(
              RejectCode.BAD_HEADER,
              "the header of HDU "
                  + hdu
                  + " has no END card: it runs into binary data at byte "
                  + (at + i));
        }
      }
    }
    return false;
  }

  private boolean startsWith(byte[] keyword, int have) {
    int n = Math.min(have, keyword.length);
    return n > 0 && Arrays.equals(block, 0, n, keyword, 0, n);
  }

  private boolean isFill(int have) {
    for (int i = 0; i < have; i++) {
      if (block[i] != 0 && block[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  private String readable(int have) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(have, 16); i++) {
      text.append(block[i] >= ' ' && block[i] < 0x7F ? (char) block[i] : '?');
    }
    return text.toString();
  }
}
