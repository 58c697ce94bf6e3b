package org.kiramr.bench.run;

/**
 * What is said of a run.
 *
 * @param voidReason why it does not count; null if it does
 * @param borderRows see {@link org.kiramr.bench.record.EngineRun#borderRows}; null if it does not
 *     count
 */
record Judgement(String voidReason, Long borderRows) {
  static Judgement isVoid(String reason) {
    return new Judgement(reason, null);
  }

  static Judgement counts(long borderRows) {
    return new Judgement(null, borderRows);
  }
}
