package org.kiramr.wcs;

/** The cards of a WCS are not to be used; the message says why. */
final class BrokenWcsException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokenWcsException(String message) {
    super(message);
  }
}
