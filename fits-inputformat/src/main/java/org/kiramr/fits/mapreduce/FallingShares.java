package org.kiramr.fits.mapreduce;

import java.util.ArrayList;
import java.util.List;

/**
 * Deals many small parts out in shares of falling size: the first are large, for a task costs
 * something, too; the last are small, so that no slot works long when the others are done. Each
 * round gives half of what is left to the slots, in equal shares: the factoring of Hummel,
 * Schonberg and Flynn (Communications of the ACM 35, 1992, p. 90).
 */
final class FallingShares {
  /** Small parts a slot: the last share of all is one of them. */
  static final int PARTS_PER_SLOT = 32;

  private FallingShares() {}

  /**
   * All parts in their order.
   *
   * @param parts of about one size
   * @param slots that work at once
   * @param most parts in a share, at least 1
   */
  static <T> List<List<T>> of(List<T> parts, int slots, int most) {
    List<List<T>> shares = new ArrayList<>();
    int at = 0;
    while (at < parts.size()) {
      int share = (int) Math.max(1, Math.min((parts.size() - at) / (2L * slots), most));
      for (int slot = 0; slot < slots && at < parts.size(); slot++) {
        int end = Math.min(parts.size(), at + share);
        shares.add(parts.subList(at, end));
        at = end;
      }
    }
    return shares;
  }
}
