package org.kiramr.jobs.rerun;

import org.kiramr.jobs.cli.ExitCode;

/** The outcome in a word. */
public enum RerunVerdict {
  /** The same inputs gave the same rows, bit for bit. */
  REPRODUCED("reproduced", "reproduced bit for bit", ExitCode.DONE),

  /** The same inputs gave rows that differ, none by more than was allowed. */
  WITHIN_TOLERANCE("within-tolerance", "reproduced within tolerances", ExitCode.DONE),

  /** The same inputs gave other rows. */
  DIFFERENT("different", "different", ExitCode.DIFFERENT),

  /** Inputs have changed or are missing: whether the run can be reproduced is not known. */
  INPUTS_CHANGED("inputs-changed", "inputs changed", ExitCode.DIFFERENT);

  private final String word;
  private final String words;
  private final int exitCode;

  RerunVerdict(String word, String words, int exitCode) {
    this.word = word;
    this.words = words;
    this.exitCode = exitCode;
  }

  /** For programs: what stands in the JSON. */
  public String word() {
    return word;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** What the command's process returns. */
  public int exitCode() {
    return exitCode;
  }
}
