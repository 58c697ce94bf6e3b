package org.kiramr.jobs.compare;

/** Takes pairs of rows, and rows without a partner. */
interface PairSink {
  void both(Row a, Row b);

  void only(Side side, Row row);
}
