package org.kiramr.bench.engine;

/** How close an engine's catalogue has to be to the reference. */
public enum Agreement {
  /** The digests of all fields are equal: every row, every bit. */
  IDENTICAL,
  /**
   * {@code kira compare} finds the same rows, and numbers within the tolerances that were given.
   */
  CLOSE
}
