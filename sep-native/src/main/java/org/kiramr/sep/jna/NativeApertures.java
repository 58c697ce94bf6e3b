package org.kiramr.sep.jna;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.lang.ref.Reference;

/**
 * SEP's functions that measure one source, with scratch memory for their results that is used again
 * from call to call. Each gives SEP's status; the results are read afterwards. Not thread-safe.
 */
public final class NativeApertures implements AutoCloseable {
  private static final int DOUBLES = 3;

  private final NativeImage image;
  private final Memory scratch = new Memory((DOUBLES + 1) * Long.BYTES);
  private final Pointer first = scratch.share(0);
  private final Pointer second = scratch.share(Long.BYTES);
  private final Pointer third = scratch.share(2 * Long.BYTES);
  private final Pointer flag = scratch.share(3 * Long.BYTES);
  private final GrowingMemory fractionsIn = new GrowingMemory();
  private final GrowingMemory radiiOut = new GrowingMemory();

  public NativeApertures(NativeImage image) {
    this.image = image;
  }

  public int circle(double x, double y, double r, int id, int subpixels, short flags) {
    try {
      return SepFunctions.sep_sum_circle(
          image.pointer(), x, y, r, id, subpixels, flags, first, second, third, flag);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  public int circularAnnulus(
      double x, double y, double inner, double outer, int id, int subpixels, short flags) {
    try {
      return SepFunctions.sep_sum_circann(
          image.pointer(), x, y, inner, outer, id, subpixels, flags, first, second, third, flag);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  public int ellipse(
      double x,
      double y,
      double a,
      double b,
      double theta,
      double r,
      int id,
      int subpixels,
      short flags) {
    try {
      return SepFunctions.sep_sum_ellipse(
          image.pointer(), x, y, a, b, theta, r, id, subpixels, flags, first, second, third, flag);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  public int ellipticalAnnulus(
      double x,
      double y,
      double a,
      double b,
      double theta,
      double inner,
      double outer,
      int id,
      int subpixels,
      short flags) {
    try {
      return SepFunctions.sep_sum_ellipann(
          image.pointer(),
          x,
          y,
          a,
          b,
          theta,
          inner,
          outer,
          id,
          subpixels,
          flags,
          first,
          second,
          third,
          flag);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** The radius is {@link #first()}. */
  public int kronRadius(double x, double y, double cxx, double cyy, double cxy, double r, int id) {
    try {
      return SepFunctions.sep_kron_radius(image.pointer(), x, y, cxx, cyy, cxy, r, id, first, flag);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** The position is {@link #first()}, {@link #second()}; the iterations {@link #iterations()}. */
  public int windowed(double x, double y, double sigma, int subpixels, short flags) {
    try {
      return SepFunctions.sep_windowed(
          image.pointer(), x, y, sigma, subpixels, flags, first, second, third, flag);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * The radii go to {@code radii} from {@code offset}.
   *
   * @param total flux that the fractions are of; null for the flux within {@code maximum}
   */
  public int fluxRadius(
      double x,
      double y,
      double maximum,
      Double total,
      double[] fractions,
      int id,
      int subpixels,
      short flags,
      double[] radii,
      int offset) {
    try {
      long bytes = (long) fractions.length * Double.BYTES;
      Memory in = fractionsIn.atLeast(bytes);
      Memory out = radiiOut.atLeast(bytes);
      in.write(0, fractions, 0, fractions.length);
      if (total != null) {
        first.setDouble(0, total);
      }
      int status =
          SepFunctions.sep_flux_radius(
              image.pointer(),
              x,
              y,
              maximum,
              id,
              subpixels,
              flags,
              total == null ? null : first,
              in,
              fractions.length,
              out,
              flag);
      if (status == 0) {
        out.read(0, radii, offset, fractions.length);
      }
      return status;
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** The first result: for apertures the sum. */
  public double first() {
    return first.getDouble(0);
  }

  /** The second result: for apertures the error of the sum. */
  public double second() {
    return second.getDouble(0);
  }

  /** The third result: for apertures the area. */
  public double third() {
    return third.getDouble(0);
  }

  public int iterations() {
    return third.getInt(0);
  }

  public short flag() {
    return flag.getShort(0);
  }

  @Override
  public void close() {
    fractionsIn.close();
    radiiOut.close();
    scratch.close();
  }
}
