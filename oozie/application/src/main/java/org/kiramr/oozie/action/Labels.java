package org.kiramr.oozie.action;

import java.util.regex.Pattern;

/** Names from outside that become names of files: they must not be able to name another place. */
final class Labels {
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private Labels() {}

  /**
   * Returns a name if it can name a file.
   *
   * @param what it names, for the message
   * @throws IllegalArgumentException if it has more than letters, digits, {@code .}, {@code -} and
   *     {@code _}, begins with one of the last three, or has more than 100 characters
   */
  static String require(String what, String label) {
    if (!LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException(
          "the "
              + what
              + " is '"
              + label
              + "': it must be letters, digits, '.', '-' and '_', not first one of the last three, and at most 100");
    }
    return label;
  }
}
