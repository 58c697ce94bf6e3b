package org.kiramr.wcs;

import java.nio.charset.StandardCharsets;

/** Cards written anew, one after another. */
final class CardBlock {
  private final StringBuilder cards = new StringBuilder();

  /** A number; its exponent after E, since WCSLIB 7.12 ends a number at FITS's other letter, D. */
  void number(String keyword, String value) {
    card(keyword, value.replace('D', 'E').replace('d', 'e'));
  }

  void text(String keyword, String value) {
    card(keyword, "'" + value.replace("'", "''") + "'");
  }

  byte[] toBytes() {
    return cards.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private void card(String keyword, String value) {
    int start = cards.length();
    cards.append(keyword).append(" ".repeat(8 - keyword.length())).append("= ").append(value);
    int length = cards.length() - start;
    if (length > HeaderCard.SIZE) {
      throw new IllegalArgumentException(keyword + " has " + value.length() + " characters");
    }
    cards.append(" ".repeat(HeaderCard.SIZE - length));
  }
}
