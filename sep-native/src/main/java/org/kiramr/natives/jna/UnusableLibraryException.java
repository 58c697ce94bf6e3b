package org.kiramr.natives.jna;

/** A library is not what its callers are made for: calling it could corrupt memory. */
public final class UnusableLibraryException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnusableLibraryException(String message) {
    super(message);
  }
}
