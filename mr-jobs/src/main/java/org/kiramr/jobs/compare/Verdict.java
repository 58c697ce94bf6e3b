package org.kiramr.jobs.compare;

/** The outcome in a word. */
public enum Verdict {
  /** Every value has the same bits. Not-a-number equals itself, and so does a missing value. */
  EQUAL_BIT_FOR_BIT("equal bit for bit"),

  /** Some values differ, none by more than was allowed. */
  EQUAL_WITHIN_TOLERANCES("equal within tolerances"),

  /** Something is only in one of them, or differs by more than was allowed. */
  DIFFERENT("different");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
