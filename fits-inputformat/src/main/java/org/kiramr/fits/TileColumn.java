package org.kiramr.fits;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a binary table, FITS Standard 4.0, section 7.3.
 *
 * @param offset where it begins in a row, in bytes
 * @param type its type: the letter of TFORMn
 * @param element what a descriptor (type P or Q) points to: the letter after it, else a blank
 * @param bytes its length in a row
 */
record TileColumn(int offset, char type, char element, int bytes) {
  private static final Pattern TFORM = Pattern.compile("(\\d{0,9})([LXBIJKAEDCMPQ])(.?).*");

  /**
   * Reads TFORMn.
   *
   * @throws Rejection if it is none
   */
  static TileColumn of(String keyword, String form, int offset) throws Rejection {
    Matcher matcher = form == null ? null : TFORM.matcher(form.toUpperCase(Locale.ROOT));
    if (matcher == null || !matcher.matches()) {
      throw new Rejection(RejectCode.BAD_HEADER, keyword + " = " + form + " is no column format");
    }
    long repeat = matcher.group(1).isEmpty() ? 1 : Long.parseLong(matcher.group(1));
    char type = matcher.group(2).charAt(0);
    char element = matcher.group(3).isEmpty() ? ' ' : matcher.group(3).charAt(0);
    long bytes = type == 'X' ? (repeat + Byte.SIZE - 1) / Byte.SIZE : repeat * bytesOf(type);
    if (offset + bytes > Integer.MAX_VALUE) {
      throw new Rejection(RejectCode.BAD_HEADER, keyword + " = " + form + " is too wide a column");
    }
    return new TileColumn(offset, type, isDescriptor(type) ? element : ' ', (int) bytes);
  }

  /** Bytes of one value of a type; 0 if it is none. */
  static int bytesOf(char type) {
    return switch (type) {
      case 'L', 'B', 'A' -> 1;
      case 'I' -> 2;
      case 'J', 'E' -> 4;
      case 'K', 'D', 'C', 'P' -> 8;
      case 'M', 'Q' -> 16;
      default -> 0;
    };
  }

  private static boolean isDescriptor(char type) {
    return type == 'P' || type == 'Q';
  }

  /** Whether its values are arrays in the heap. */
  boolean isDescriptor() {
    return isDescriptor(type) && bytes > 0;
  }
}
