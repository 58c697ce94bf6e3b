package org.kiramr.jobs.compare;

/**
 * How far two numbers may be apart: not more than the absolute bound, or not more than the relative
 * one. A bound below 0 allows nothing, not even 0.0 beside -0.0.
 *
 * @param absolute bound of |a - b|, in the column's unit
 * @param relative bound of |a - b| / max(|a|, |b|)
 */
public record Tolerance(double absolute, double relative) {
  /** The same bits. */
  public static final Tolerance NONE = new Tolerance(-1, -1);

  private static final String ABSOLUTE = "abs:";
  private static final String RELATIVE = "rel:";

  /**
   * Reads {@code abs:X}, {@code rel:X} or both with a comma between.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Tolerance parse(String text) {
    double absolute = -1;
    double relative = -1;
    for (String bound : text.split(",", -1)) {
      String word = bound.trim();
      if (word.startsWith(ABSOLUTE) && absolute < 0) {
        absolute = number(word.substring(ABSOLUTE.length()));
      } else if (word.startsWith(RELATIVE) && relative < 0) {
        relative = number(word.substring(RELATIVE.length()));
      } else {
        throw new IllegalArgumentException(
            "must be COLUMN=abs:X, COLUMN=rel:X or COLUMN=abs:X,rel:X");
      }
    }
    return new Tolerance(absolute, relative);
  }

  /** What {@link #parse} reads. */
  String text() {
    if (absolute < 0) {
      return RELATIVE + relative;
    }
    return ABSOLUTE + absolute + (relative < 0 ? "" : "," + RELATIVE + relative);
  }

  private static double number(String text) {
    double value = Double.parseDouble(text);
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a bound must be 0 or more");
    }
    return value;
  }

  /** Whether two finite numbers that differ may differ so. */
  boolean allows(double absoluteDifference, double relativeDifference) {
    return absoluteDifference <= absolute || relativeDifference <= relative;
  }
}
