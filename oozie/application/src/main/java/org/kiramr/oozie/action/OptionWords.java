package org.kiramr.oozie.action;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line of options into words as a shell would: at blanks; {@code '} and {@code "} hold
 * what is between them together, blanks and the other quote included, and may be a part of a word.
 * No other character is special: there are no escapes, no variables and no patterns.
 */
final class OptionWords {
  private static final char NONE = 0;

  private OptionWords() {}

  /**
   * The words of a line.
   *
   * @throws IllegalArgumentException if a quote is not closed
   */
  static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    char quote = NONE;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == NONE && Character.isWhitespace(c)) {
        if (word != null) {
          words.add(word.toString());
          word = null;
        }
        continue;
      }
      word = word == null ? new StringBuilder() : word;
      if (quote == NONE && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = NONE;
      } else {
        word.append(c);
      }
    }
    if (quote != NONE) {
      throw new IllegalArgumentException("options: the quote " + quote + " is not closed: " + line);
    }
    if (word != null) {
      words.add(word.toString());
    }
    return words;
  }
}
