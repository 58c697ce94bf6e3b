package org.kiramr.fits;

/** Inside this package: an HDU is not usable, for the reason given. Becomes a {@link Reject}. */
final class Rejection extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectCode code;

  Rejection(RejectCode code, String reason) {
    super(reason);
    this.code = code;
  }

  Rejection(RejectCode code, String reason, Throwable cause) {
    super(reason, cause);
    this.code = code;
  }

  RejectCode code() {
    return code;
  }
}
