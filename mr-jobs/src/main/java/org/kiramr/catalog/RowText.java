package org.kiramr.catalog;

import java.util.Arrays;

/**
 * Takes a canonical row apart, the inverse of {@link RowBuffer}: values separated by commas, text
 * in double quotes where it needs them. A row is one line, so that tables can be cut at line ends.
 */
public final class RowText {
  private static final char QUOTE = '"';
  private static final char SEPARATOR = ',';

  private RowText() {}

  /**
   * The first values of a row.
   *
   * @param line without its line feed
   * @param most values to take; the rest of the line is not looked at
   * @return as many as there are; null for a missing value, which is nothing at all between two
   *     commas: the empty text is quoted
   * @throws IllegalArgumentException if quotes do not match
   */
  public static String[] split(String line, int most) {
    String[] values = new String[most];
    int count = 0;
    int at = 0;
    while (count < most && at <= line.length()) {
      boolean quoted = at < line.length() && line.charAt(at) == QUOTE;
      int end = quoted ? closingQuote(line, at) + 1 : end(line, at);
      values[count++] =
          quoted ? unquote(line, at, end) : end == at ? null : line.substring(at, end);
      if (end < line.length() && line.charAt(end) != SEPARATOR) {
        throw new IllegalArgumentException("text after a closing quote: " + line);
      }
      at = end + 1;
    }
    return count == most ? values : Arrays.copyOf(values, count);
  }

  private static int end(String line, int from) {
    int separator = line.indexOf(SEPARATOR, from);
    return separator < 0 ? line.length() : separator;
  }

  private static int closingQuote(String line, int opening) {
    int at = line.indexOf(QUOTE, opening + 1);
    while (at >= 0 && at + 1 < line.length() && line.charAt(at + 1) == QUOTE) {
      at = line.indexOf(QUOTE, at + 2);
    }
    if (at < 0) {
      throw new IllegalArgumentException("no closing quote: " + line);
    }
    return at;
  }

  private static String unquote(String line, int from, int end) {
    return line.substring(from + 1, end - 1).replace("\"\"", "\"");
  }
}
