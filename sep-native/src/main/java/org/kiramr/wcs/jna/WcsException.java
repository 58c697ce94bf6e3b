package org.kiramr.wcs.jna;

/** WCSLIB has no use for a WCS; the message says why. */
public final class WcsException extends Exception {
  private static final long serialVersionUID = 1L;

  WcsException(String message) {
    super(message);
  }
}
