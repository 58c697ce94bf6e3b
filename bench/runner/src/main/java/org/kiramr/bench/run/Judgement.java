package org.kiramr.bench.run;

/**
 * What is said of a run.
 *
 * @param voidReason why it does not count; null if it does
 * @param borderRows see {@link org.kiramr.bench.record.EngineRun#borderRows}
 */
record Judgement(String voidReason, long borderRows) {
  static Judgement isVoid(String reason) {
    return new Judgement(reason, 0);
  }
}
