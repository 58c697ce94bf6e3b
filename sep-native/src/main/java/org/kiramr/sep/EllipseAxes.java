package org.kiramr.sep;

/**
 * Ellipses by their axes, one a source. Holds the arrays given, without a copy.
 *
 * @param a semi-major axes, in pixels
 * @param b semi-minor axes, in pixels
 * @param theta angles of the semi-major axes, in radians counter-clockwise from +x, from -pi/2 to
 *     pi/2
 */
@SuppressWarnings("ArrayRecordComponent") // columns, by design; never compared
public record EllipseAxes(double[] a, double[] b, double[] theta) {
  /** Checks that the arrays are of one length. */
  public EllipseAxes {
    Checks.sources(b.length, a.length, "b");
    Checks.sources(theta.length, a.length, "theta");
  }

  /** Number of ellipses. */
  public int size() {
    return a.length;
  }
}
