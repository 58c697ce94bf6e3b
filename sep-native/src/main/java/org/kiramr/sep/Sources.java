package org.kiramr.sep;

/** Checks of the positions of sources. */
final class Sources {
  private Sources() {}

  /**
   * Throws unless there is a y for each x, and all are finite: C's conversion of others is
   * undefined.
   */
  static void check(double[] x, double[] y) {
    Checks.sources(y.length, x.length, "y");
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
        throw new IllegalArgumentException(
            "source " + i + " has no finite position: (" + x[i] + ", " + y[i] + ")");
      }
    }
  }
}
