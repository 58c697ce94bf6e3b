package org.kiramr.jobs.compare;

import java.util.Objects;

/**
 * Two values of a pair of rows that do not have the same bits.
 *
 * @param column its name
 * @param a value in A as it stands in the row; null if missing
 * @param b value in B
 * @param beyondTolerance whether they differ by more than allowed
 */
public record ValueDifference(String column, String a, String b, boolean beyondTolerance) {
  public ValueDifference {
    Objects.requireNonNull(column);
  }
}
