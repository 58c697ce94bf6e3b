package org.kiramr.jobs.compare;

import java.util.List;

/**
 * What the two tables of rejects say of each other, by image and HDU.
 *
 * @param inBoth images and HDUs rejected in both
 * @param otherCode those of them that were rejected with other codes
 * @param onlyInA images and HDUs rejected in A alone
 * @param onlyInB images and HDUs rejected in B alone
 * @param first the first of all that differ, in words
 */
public record RejectsDifference(
    int inBoth, int otherCode, int onlyInA, int onlyInB, List<String> first) {
  public RejectsDifference {
    first = List.copyOf(first);
  }

  /**
   * Whether something was rejected in one of them only.
   *
   * @param codes whether, too, for another reason
   */
  boolean differs(boolean codes) {
    return onlyInA > 0 || onlyInB > 0 || (codes && otherCode > 0);
  }
}
