package org.kiramr.sep;

/**
 * No usable libsep: the message names every place searched, why each gave nothing, and what to do.
 */
public final class SepUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SepUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
