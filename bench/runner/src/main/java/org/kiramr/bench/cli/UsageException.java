package org.kiramr.bench.cli;

/** The command line makes no sense; the message says what, in one line. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
