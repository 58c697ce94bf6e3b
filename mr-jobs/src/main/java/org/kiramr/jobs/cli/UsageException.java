package org.kiramr.jobs.cli;

/**
 * The user asked for something that cannot be; the message is one line that says what. Exit code 2.
 */
public final class UsageException extends RuntimeException {
  public UsageException(String message) {
    super(message);
  }
}
