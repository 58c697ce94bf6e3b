package org.kiramr.sep.jna;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.lang.ref.Reference;

/**
 * SEP's conversions of one ellipse, with scratch memory for their three results. Not thread-safe.
 */
public final class NativeEllipses implements AutoCloseable {
  private final Memory scratch = new Memory(3 * Double.BYTES);
  private final Pointer second = scratch.share(Double.BYTES);
  private final Pointer third = scratch.share(2 * Double.BYTES);

  /** Results: a, b, theta. Gives SEP's status. */
  public int axes(double cxx, double cyy, double cxy) {
    try {
      return SepFunctions.sep_ellipse_axes(cxx, cyy, cxy, scratch, second, third);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Results: cxx, cyy, cxy. */
  public void coefficients(double a, double b, double theta) {
    try {
      SepFunctions.sep_ellipse_coeffs(a, b, theta, scratch, second, third);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  public double first() {
    return scratch.getDouble(0);
  }

  public double second() {
    return second.getDouble(0);
  }

  public double third() {
    return third.getDouble(0);
  }

  @Override
  public void close() {
    scratch.close();
  }
}
