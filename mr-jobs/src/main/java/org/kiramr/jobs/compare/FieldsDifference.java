package org.kiramr.jobs.compare;

import java.util.List;

/**
 * What the two tables of fields say of each other.
 *
 * @param inA fields of A
 * @param inB fields of B
 * @param equal fields with the same digest and the same frames
 * @param different fields that are in both, but not equal
 * @param otherFrames those of them that do not have the same frames
 * @param otherValues fields that are in both, but with another value in a column that both tables
 *     have, {@code frames} and {@code sha256} left out
 * @param onlyInA fields that B does not have
 * @param onlyInB fields that A does not have
 * @param firstDifferent the first names of those
 * @param firstOnlyInA the first names of those
 * @param firstOnlyInB the first names of those
 */
public record FieldsDifference(
    int inA,
    int inB,
    int equal,
    int different,
    int otherFrames,
    int otherValues,
    int onlyInA,
    int onlyInB,
    List<String> firstDifferent,
    List<String> firstOnlyInA,
    List<String> firstOnlyInB) {
  public FieldsDifference {
    firstDifferent = List.copyOf(firstDifferent);
    firstOnlyInA = List.copyOf(firstOnlyInA);
    firstOnlyInB = List.copyOf(firstOnlyInB);
  }

  /**
   * Whether fields or frames are missing in one of them.
   *
   * @param values whether other values count, too
   */
  boolean differs(boolean values) {
    return otherFrames > 0 || onlyInA > 0 || onlyInB > 0 || (values && otherValues > 0);
  }
}
