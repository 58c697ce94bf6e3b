package org.kiramr.jobs.simulate;

/** What the job counts. */
public enum SimulateCounter {
  /** Frames written. */
  FRAMES,
  /** Fields written, each with a truth table. */
  FIELDS,
  /** Bytes of the frames. */
  BYTES
}
