package org.kiramr.sep;

/**
 * Ellipses by their coefficients, one a source: {@code cxx dx^2 + cyy dy^2 + cxy dx dy = r^2}.
 * Holds the arrays given, without a copy.
 *
 * @param cxx per square pixel
 * @param cyy per square pixel
 * @param cxy per square pixel
 */
@SuppressWarnings("ArrayRecordComponent") // columns, by design; never compared
public record EllipseCoefficients(double[] cxx, double[] cyy, double[] cxy) {
  /** Checks that the arrays are of one length. */
  public EllipseCoefficients {
    Checks.sources(cyy.length, cxx.length, "cyy");
    Checks.sources(cxy.length, cxx.length, "cxy");
  }

  /** Number of ellipses. */
  public int size() {
    return cxx.length;
  }
}
