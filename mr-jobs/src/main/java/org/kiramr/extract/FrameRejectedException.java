package org.kiramr.extract;

import java.util.Objects;
import org.kiramr.fits.Reject;

/** A frame that was read but could not be turned into detections. */
public final class FrameRejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Reject reject;

  public FrameRejectedException(Reject reject, Throwable cause) {
    super(reject.reason(), cause);
    this.reject = Objects.requireNonNull(reject);
  }

  /** What goes into the table of rejects. */
  public Reject reject() {
    return reject;
  }
}
