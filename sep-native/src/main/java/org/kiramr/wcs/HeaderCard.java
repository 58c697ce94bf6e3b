package org.kiramr.wcs;

import java.nio.charset.StandardCharsets;

/**
 * One card of a header that has a value.
 *
 * @param keyword without trailing blanks
 * @param kind of the value
 * @param value text without quotes and trailing blanks, or the number as it is written; empty for
 *     the other kinds
 */
record HeaderCard(String keyword, Kind kind, String value) {
  static final int SIZE = 80;
  private static final int KEYWORD = 8;
  private static final int VALUE = 10;

  enum Kind {
    TEXT,
    /** Anything that is not in quotes. */
    BARE,
    /** There is none: FITS's undefined value. */
    UNDEFINED,
    /** A text without an end, or something behind the value that is no comment. */
    BROKEN
  }

  /**
   * Reads the card at a place in a header.
   *
   * @return null if it has no value, as COMMENT and END
   */
  static HeaderCard parse(byte[] header, int start) {
    if (header[start + KEYWORD] != '=' || header[start + KEYWORD + 1] != ' ') {
      return null;
    }
    String keyword = latin(header, start, start + KEYWORD).stripTrailing();
    String field = latin(header, start + VALUE, start + SIZE).stripLeading();
    return field.startsWith("'") ? text(keyword, field) : bare(keyword, field);
  }

  private static HeaderCard text(String keyword, String field) {
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < field.length(); i++) {
      char c = field.charAt(i);
      boolean doubled = c == '\'' && field.startsWith("''", i);
      if (c == '\'' && !doubled) {
        return isComment(field.substring(i + 1))
            ? new HeaderCard(keyword, Kind.TEXT, value.toString())
            : new HeaderCard(keyword, Kind.BROKEN, "");
      }
      value.append(c);
      i += doubled ? 1 : 0;
    }
    return new HeaderCard(keyword, Kind.BROKEN, "");
  }

  private static HeaderCard bare(String keyword, String field) {
    int end = 0;
    while (end < field.length() && field.charAt(end) != ' ' && field.charAt(end) != '/') {
      end++;
    }
    if (!isComment(field.substring(end))) {
      return new HeaderCard(keyword, Kind.BROKEN, "");
    }
    return end == 0
        ? new HeaderCard(keyword, Kind.UNDEFINED, "")
        : new HeaderCard(keyword, Kind.BARE, field.substring(0, end));
  }

  private static boolean isComment(String rest) {
    String text = rest.strip();
    return text.isEmpty() || text.startsWith("/");
  }

  private static String latin(byte[] header, int from, int to) {
    return new String(header, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
