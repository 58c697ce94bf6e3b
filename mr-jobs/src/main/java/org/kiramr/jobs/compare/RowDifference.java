package org.kiramr.jobs.compare;

import java.util.List;

/**
 * A pair of rows that differ.
 *
 * @param a the row in A
 * @param b the row in B: the same unless rows were matched by position
 * @param values what differs, in the order of the columns
 */
public record RowDifference(RowId a, RowId b, List<ValueDifference> values)
    implements Comparable<RowDifference> {
  public RowDifference {
    values = List.copyOf(values);
  }

  /** By the row in A. */
  @Override
  public int compareTo(RowDifference other) {
    int order = a.compareTo(other.a);
    return order != 0 ? order : b.compareTo(other.b);
  }
}
