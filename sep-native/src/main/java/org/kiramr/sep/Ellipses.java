package org.kiramr.sep;

import org.kiramr.sep.jna.NativeEllipses;
import org.kiramr.sep.jna.NativeMask;

/** Conversions of ellipses, and masks of them. Thread-safe. */
public final class Ellipses {
  private Ellipses() {}

  /**
   * Axes of each ellipse.
   *
   * @throws SepException if coefficients do not describe an ellipse
   */
  public static EllipseAxes axes(EllipseCoefficients ellipses) {
    SepLibrary.verifyAvailable();
    int n = ellipses.size();
    EllipseAxes axes = new EllipseAxes(new double[n], new double[n], new double[n]);
    try (NativeEllipses sep = new NativeEllipses()) {
      for (int i = 0; i < n; i++) {
        int status = sep.axes(ellipses.cxx()[i], ellipses.cyy()[i], ellipses.cxy()[i]);
        SepException.check(status, "ellipse axes", i);
        axes.a()[i] = sep.first();
        axes.b()[i] = sep.second();
        axes.theta()[i] = sep.third();
      }
    }
    return axes;
  }

  /** Coefficients of each ellipse. */
  public static EllipseCoefficients coefficients(EllipseAxes ellipses) {
    SepLibrary.verifyAvailable();
    int n = ellipses.size();
    EllipseCoefficients result =
        new EllipseCoefficients(new double[n], new double[n], new double[n]);
    try (NativeEllipses sep = new NativeEllipses()) {
      for (int i = 0; i < n; i++) {
        sep.coefficients(ellipses.a()[i], ellipses.b()[i], ellipses.theta()[i]);
        result.cxx()[i] = sep.first();
        result.cyy()[i] = sep.second();
        result.cxy()[i] = sep.third();
      }
    }
    return result;
  }

  /**
   * Sets the pixels of a mask that lie in ellipses, in place.
   *
   * @param mask row-major, width x height values
   * @param x centres, in pixels
   * @param y centres, in pixels
   * @param ellipses their coefficients
   * @param r each ellipse is scaled by it
   * @param value to set
   */
  public static void mask(
      byte[] mask,
      int width,
      int height,
      double[] x,
      double[] y,
      EllipseCoefficients ellipses,
      double r,
      byte value) {
    SepLibrary.verifyAvailable();
    Checks.pixels(mask.length, width, height, "mask");
    Sources.check(x, y);
    Checks.sources(ellipses.size(), x.length, "ellipses");
    try (NativeMask sep = new NativeMask(mask, width, height)) {
      for (int i = 0; i < x.length; i++) {
        sep.setEllipse(
            x[i], y[i], ellipses.cxx()[i], ellipses.cyy()[i], ellipses.cxy()[i], r, value);
      }
      sep.copyTo(mask);
    }
  }
}
