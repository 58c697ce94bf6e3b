package org.kiramr.jobs.compare;

import java.util.List;

/**
 * Pairs rows that have the same identity. A catalogue has one row of each; where it has several,
 * they are paired in the order of their text, whatever order they came in.
 */
final class IdentityPairing implements Pairing {
  @Override
  public void pair(List<Row> a, List<Row> b, PairSink sink) {
    if (a.size() > 1) {
      a.sort(Row::compareText);
    }
    if (b.size() > 1) {
      b.sort(Row::compareText);
    }
    int pairs = Math.min(a.size(), b.size());
    for (int i = 0; i < pairs; i++) {
      sink.both(a.get(i), b.get(i));
    }
    a.subList(pairs, a.size()).forEach(row -> sink.only(Side.A, row));
    b.subList(pairs, b.size()).forEach(row -> sink.only(Side.B, row));
  }
}
