package org.kiramr.jobs.compare;

/**
 * What differs in a column over all pairs of rows.
 *
 * @param column its name
 * @param rows pairs whose values do not have the same bits
 * @param beyondTolerance those of them that differ by more than allowed
 * @param incomparable those of them whose difference is no number: a missing value, not-a-number or
 *     an infinity beside something else, or text; always beyond tolerance
 * @param largestAbsolute the largest |a - b|; null if no pair has one
 * @param largestRelative the largest |a - b| / max(|a|, |b|); null if no pair has one
 * @param firstIncomparable the first pair of those; null if there is none
 */
public record ColumnDifference(
    String column,
    long rows,
    long beyondTolerance,
    long incomparable,
    Extreme largestAbsolute,
    Extreme largestRelative,
    Extreme firstIncomparable) {

  /** Both together. */
  ColumnDifference plus(ColumnDifference other) {
    return new ColumnDifference(
        column,
        rows + other.rows,
        beyondTolerance + other.beyondTolerance,
        incomparable + other.incomparable,
        Extreme.larger(largestAbsolute, other.largestAbsolute),
        Extreme.larger(largestRelative, other.largestRelative),
        Extreme.larger(firstIncomparable, other.firstIncomparable));
  }
}
