package org.kiramr.jobs.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the rows of a group as they come by, and hands them to the pairing once the next group
 * begins. One group is in memory: an identity, or by position a frame. Not thread-safe.
 */
final class RowGroup {
  private final Pairing pairing;
  private final PairSink sink;
  private final List<Row> a = new ArrayList<>();
  private final List<Row> b = new ArrayList<>();
  private byte[] group;

  RowGroup(Pairing pairing, PairSink sink) {
    this.pairing = pairing;
    this.sink = sink;
  }

  /** Takes the next row; keys come in order. */
  void add(RowKey key, Side side, Row row) {
    if (group == null || !key.isOf(group)) {
      finish();
      group = key.copyGroup();
    }
    (side == Side.A ? a : b).add(row);
  }

  /** Pairs what there is. */
  void finish() {
    pairing.pair(a, b, sink);
    a.clear();
    b.clear();
    group = null;
  }
}
