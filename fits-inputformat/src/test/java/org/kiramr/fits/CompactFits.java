package org.kiramr.fits;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * FITS without its padding, for the fuzzer: in a real file one byte more or less moves all that
 * follows out of the cards and blocks, and a changed byte in a compressed one only breaks it.
 *
 * <p>A line feed, a byte that says how the file is to be compressed, then the HDUs: cards that end
 * with a line feed, the last one {@code END}; data up to the next line that begins with {@code
 * XTENSION}. Whatever does not begin so is a file as it is.
 */
final class CompactFits {
  private static final byte MARK = '\n';
  private static final byte GZIP = 'g';
  private static final byte BZIP2 = 'b';
  private static final byte PLAIN = 'p';
  private static final byte[] EXTENSION = "\nXTENSION".getBytes(StandardCharsets.US_ASCII);

  private final byte[] input;
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private int at;

  private CompactFits(byte[] input, int at) {
    this.input = input;
    this.at = at;
  }

  /** The file that a fuzzer's input stands for. */
  static byte[] expand(byte[] input) {
    if (input.length < 2 || input[0] != MARK) {
      return input;
    }
    byte[] plain = new CompactFits(input, 2).expand();
    return switch (input[1]) {
      case GZIP -> FitsBytes.gzip(plain);
      case BZIP2 -> FitsBytes.bzip2(plain);
      default -> plain;
    };
  }

  private byte[] expand() {
    while (at < input.length) {
      header();
      data();
    }
    return file.toByteArray();
  }

  private void header() {
    boolean end = false;
    while (!end && at < input.length) {
      int next = indexOf(new byte[] {'\n'}, at);
      int length = Math.min(next - at, HeaderText.CARD);
      byte[] card = Arrays.copyOf(Arrays.copyOfRange(input, at, at + length), HeaderText.CARD);
      Arrays.fill(card, length, HeaderText.CARD, (byte) ' ');
      file.writeBytes(card);
      end = new String(card, StandardCharsets.ISO_8859_1).startsWith("END     ");
      at = next + 1;
    }
    pad(' ');
  }

  private void data() {
    int from = Math.min(at, input.length);
    // The line feed before XTENSION is not part of the data.
    int to = indexOf(EXTENSION, Math.max(0, from - 1));
    file.write(input, from, Math.max(0, to - from));
    at = to + 1;
    pad(0);
  }

  private void pad(int with) {
    while (file.size() % HeaderText.BLOCK != 0) {
      file.write(with);
    }
  }

  private int indexOf(byte[] wanted, int from) {
    for (int i = from; i + wanted.length <= input.length; i++) {
      if (Arrays.equals(input, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return input.length;
  }

  /** The compact form of a plain file; of one whose data have line feeds, something like it. */
  static byte[] of(byte[] file) {
    ByteArrayOutputStream compact = new ByteArrayOutputStream();
    compact.write(MARK);
    compact.write(PLAIN);
    boolean header = true;
    for (int block = 0; block < file.length; block += HeaderText.BLOCK) {
      int end = Math.min(file.length, block + HeaderText.BLOCK);
      String text = new String(file, block, end - block, StandardCharsets.ISO_8859_1);
      if (!header && text.startsWith("XTENSION")) {
        header = true;
        compact.write('\n');
      }
      if (!header) {
        compact.write(file, block, end - block);
        continue;
      }
      for (int card = 0; header && card < text.length(); card += HeaderText.CARD) {
        String line = text.substring(card, Math.min(text.length(), card + HeaderText.CARD));
        compact.writeBytes((line.stripTrailing() + "\n").getBytes(StandardCharsets.ISO_8859_1));
        header = !line.startsWith("END     ");
      }
    }
    return compact.toByteArray();
  }
}
