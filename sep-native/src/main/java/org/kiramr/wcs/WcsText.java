package org.kiramr.wcs;

/** Texts of a header, made fit for a table. */
final class WcsText {
  private static final int LONGEST = 68;

  private WcsText() {}

  /** The text with {@code ?} for what is not printable ASCII; not longer than a card's value. */
  static String printable(String text) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      result.append(c >= ' ' && c < 0x7F ? c : '?');
    }
    return result.toString().strip();
  }
}
