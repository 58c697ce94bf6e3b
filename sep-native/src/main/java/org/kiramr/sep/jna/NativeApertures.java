package org.kiramr.sep.jna;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.lang.ref.Reference;

/**
 * SEP's functions that measure one source, with scratch memory for their results that is used again
 * from call to call. Each gives SEP's status; the results are read afterwards. Not thread-safe.
 */
public final class NativeApertures implements AutoCloseable {
  private static final int SECOND = Double.BYTES;
  private static final int THIRD = 2 * Double.BYTES;
  private static final int FLAG = 3 * Double.BYTES;

  private final NativeImage image;
  private final Memory scratch = new Memory(FLAG + Long.BYTES);
  private final long first = Pointer.nativeValue(scratch);
  private final long second = first + SECOND;
  private final long third = first + THIRD;
  private final long flag = first + FLAG;
  private final GrowingMemory fractionsIn = new GrowingMemory();
  private final GrowingMemory radiiOut = new GrowingMemory();

  public NativeApertures(NativeImage image) {
    this.image = image;
  }

  public int circle(double x, double y, double r, int id, int subpixels, short flags) {
    try {
      return SepFunctions.sep_sum_circle(
          image.address(), x, y, r, id, subpixels, flags, first, second, third, flag);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  public int circularAnnulus(
      double x, double y, double inner, double outer, int id, int subpixels, short flags) {
    try {
      return SepFunctions.sep_sum_circann(
          image.address(), x, y, inner, outer, id, subpixels, flags, first, second, third, flag);
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
          image.address(), x, y, a, b, theta, r, id, subpixels, flags, first, second, third, flag);
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
          image.address(),
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
      return SepFunctions.sep_kron_radius(image.address(), x, y, cxx, cyy, cxy, r, id, first, flag);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** The position is {@link #first()}, {@link #second()}; the iterations {@link #iterations()}. */
  public int windowed(double x, double y, double sigma, int subpixels, short flags) {
    try {
      return SepFunctions.sep_windowed(
          image.address(), x, y, sigma, subpixels, flags, first, second, third, flag);
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
        scratch.setDouble(0, total);
      }
      int status =
          SepFunctions.sep_flux_radius(
              image.address(),
              x,
              y,
              maximum,
              id,
              subpixels,
              flags,
              total == null ? 0 : first,
              Pointer.nativeValue(in),
              fractions.length,
              Pointer.nativeValue(out),
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
    return scratch.getDouble(0);
  }

  /** The second result: for apertures the error of the sum. */
  public double second() {
    return scratch.getDouble(SECOND);
  }

  /** The third result: for apertures the area. */
  public double third() {
    return scratch.getDouble(THIRD);
  }

  public int iterations() {
    return scratch.getInt(THIRD);
  }

  public short flag() {
    return scratch.getShort(FLAG);
  }

  @Override
  public void close() {
    fractionsIn.close();
    radiiOut.close();
    scratch.close();
  }
}
