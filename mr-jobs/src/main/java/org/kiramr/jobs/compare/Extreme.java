package org.kiramr.jobs.compare;

import java.util.Objects;

/**
 * A difference that stands out in its column.
 *
 * @param difference how large; null if the two have none that is a number
 * @param a value in A as it stands in the row; null if missing
 * @param b value in B
 * @param row the row in A
 */
public record Extreme(Double difference, String a, String b, RowId row) {
  public Extreme {
    Objects.requireNonNull(row);
  }

  /**
   * The larger of two, the earlier row of two as large, so that it does not matter in which order
   * they are found.
   *
   * @param one null for none
   * @param other null for none
   */
  static Extreme larger(Extreme one, Extreme other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    int order = Double.compare(one.size(), other.size());
    if (order == 0) {
      return one.row.compareTo(other.row) <= 0 ? one : other;
    }
    return order > 0 ? one : other;
  }

  private double size() {
    return difference == null ? 0 : difference;
  }
}
