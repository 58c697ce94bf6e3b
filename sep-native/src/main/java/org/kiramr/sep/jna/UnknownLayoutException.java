package org.kiramr.sep.jna;

/**
 * A library answered the probe in a way that fits no known struct layout: calling it would corrupt
 * memory.
 */
final class UnknownLayoutException extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownLayoutException(String message) {
    super(message);
  }
}
