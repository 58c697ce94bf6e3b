package org.kiramr.fits;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole numbers from {@code first} to {@code last}, both included; written {@code 3} or {@code
 * 3-5}.
 */
record NumberRange(int first, int last) {
  private static final Pattern TEXT = Pattern.compile("([0-9]+)(?:-([0-9]+))?");

  /**
   * Reads a range.
   *
   * @return null if the text is not written like one
   * @throws IllegalArgumentException with a message for the user, if the numbers make no sense
   */
  static NumberRange parseOrNull(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    int first = number(matcher.group(1));
    int last = matcher.group(2) == null ? first : number(matcher.group(2));
    if (last < first) {
      throw new IllegalArgumentException("'" + text + "' counts down");
    }
    return new NumberRange(first, last);
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(digits + " is too large a number", e);
    }
  }

  boolean contains(int number) {
    return first <= number && number <= last;
  }

  @Override
  public String toString() {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
