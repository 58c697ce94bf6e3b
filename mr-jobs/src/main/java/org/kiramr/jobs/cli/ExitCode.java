package org.kiramr.jobs.cli;

/** What a command's process returns to its caller. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** The job failed. */
  public static final int FAILED = 1;

  /** Wrong usage. */
  public static final int USAGE = 2;

  /** Done and committed, but more inputs were rejected than allowed. */
  public static final int TOO_MANY_REJECTS = 3;

  /** Done, and what was compared is different. */
  public static final int DIFFERENT = 3;

  private ExitCode() {}
}
