package org.kiramr.oozie.action;

/**
 * Text that a workflow can hold in its variables. Oozie puts an action's message and output as they
 * are into the XML of later actions, so that a single {@code <} in a message would make the e-mail
 * about it fail; it keeps only the beginning of a message; and it refuses an output above 2 KB, to
 * which a character beyond ASCII counts as six.
 */
final class PlainText {
  /** Oozie's table of actions has 500 characters for a message. */
  private static final int MOST = 480;

  private static final String CUT = "...";

  private PlainText() {}

  /** The text in one line of ASCII, without what XML treats specially, at most 480 characters. */
  static String of(String text) {
    String line =
        text.replace('<', '[')
            .replace('>', ']')
            .replace('&', '+')
            .replaceAll("[\\p{Cntrl}\\s]+", " ")
            .replaceAll("[^\\p{ASCII}]", "?")
            .strip();
    return line.length() <= MOST ? line : line.substring(0, MOST - CUT.length()) + CUT;
  }
}
