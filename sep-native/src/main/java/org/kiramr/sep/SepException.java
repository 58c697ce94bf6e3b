package org.kiramr.sep;

import org.kiramr.sep.jna.NativeErrors;

/**
 * A function of SEP gave a status other than 0. The inputs are as they were, and nothing is left
 * allocated.
 */
public final class SepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * More pixels above the threshold at once than the pixel stack holds: see {@link SepLimits#with}.
   */
  public static final int PIXEL_STACK_FULL = 2;

  /** A detection deblends into more sub-objects than the limit: see {@link SepLimits#with}. */
  public static final int DEBLEND_OVERFLOW = 7;

  private final String operation;
  private final int status;
  private final String detail;

  private SepException(String operation, int status, String message, String detail) {
    super(
        operation
            + ": "
            + message
            + " (SEP status "
            + status
            + ")"
            + (detail.isEmpty() ? "" : ": " + detail));
    this.operation = operation;
    this.status = status;
    this.detail = detail;
  }

  /**
   * Throws if a status is not 0. To be called on the thread of the failed function right after it:
   * SEP keeps the detail by thread until it is read.
   */
  static void check(int status, String operation) {
    if (status != 0) {
      throw of(status, operation);
    }
  }

  /** As {@link #check(int, String)}, for one source of several. */
  static void check(int status, String operation, int source) {
    if (status != 0) {
      throw of(status, operation + " of source " + source);
    }
  }

  private static SepException of(int status, String operation) {
    String detail = NativeErrors.detail();
    return new SepException(operation, status, NativeErrors.message(status), detail);
  }

  /** What failed, for instance {@code extraction} or {@code Kron radius of source 17}. */
  public String operation() {
    return operation;
  }

  /** SEP's status code. */
  public int status() {
    return status;
  }

  /** SEP's own account of the failure, in English; empty if it gave none. */
  public String detail() {
    return detail;
  }
}
