package org.kiramr.jobs.compare;

import java.util.List;

/** Pairs the rows of a group; every row goes to the sink once. */
interface Pairing {
  /**
   * Pairs.
   *
   * @param a rows of A in the order of their keys; may be changed
   * @param b rows of B in the order of their keys; may be changed
   */
  void pair(List<Row> a, List<Row> b, PairSink sink);
}
