package org.kiramr.bench.stat;

/**
 * A number with its 95% confidence interval.
 *
 * @param value best estimate
 * @param low lower bound; NaN if the data cannot tell
 * @param high upper bound; NaN if the data cannot tell
 */
public record Interval(double value, double low, double high) {
  /** A number whose interval is not known. */
  public static Interval unbounded(double value) {
    return new Interval(value, Double.NaN, Double.NaN);
  }

  /** Whether there are bounds. */
  public boolean bounded() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /** The same in another unit. */
  public Interval times(double factor) {
    return factor < 0
        ? new Interval(value * factor, high * factor, low * factor)
        : new Interval(value * factor, low * factor, high * factor);
  }
}
