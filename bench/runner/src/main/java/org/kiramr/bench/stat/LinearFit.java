package org.kiramr.bench.stat;

import java.util.Arrays;
import java.util.Optional;

/**
 * A straight line through points by ordinary least squares, {@code y = fixed + marginal x}, with
 * 95% intervals by Student's t. Points are not weighted: the scatter of a run is taken to be the
 * same at each x.
 *
 * @param points number of points
 * @param fixed intercept
 * @param marginal slope
 * @param marginalError standard error of the slope; NaN for two points, which any line fits
 * @param residual standard deviation about the line; NaN likewise
 */
public record LinearFit(
    int points, Interval fixed, Interval marginal, double marginalError, double residual) {

  /** The line; empty unless there are two different x. */
  public static Optional<LinearFit> of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " x, " + y.length + " y");
    }
    double meanX = Arrays.stream(x).average().orElse(0);
    double meanY = Arrays.stream(y).average().orElse(0);
    double squares = 0;
    double products = 0;
    for (int i = 0; i < x.length; i++) {
      squares += (x[i] - meanX) * (x[i] - meanX);
      products += (x[i] - meanX) * (y[i] - meanY);
    }
    if (squares == 0) {
      return Optional.empty();
    }
    double slope = products / squares;
    double intercept = meanY - slope * meanX;
    if (x.length == 2) {
      return Optional.of(
          new LinearFit(
              2, Interval.unbounded(intercept), Interval.unbounded(slope), Double.NaN, Double.NaN));
    }
    double rest = 0;
    for (int i = 0; i < x.length; i++) {
      double off = y[i] - intercept - slope * x[i];
      rest += off * off;
    }
    int freedom = x.length - 2;
    double residual = Math.sqrt(rest / freedom);
    double slopeError = residual / Math.sqrt(squares);
    double interceptError = residual * Math.sqrt(1.0 / x.length + meanX * meanX / squares);
    double t = Samples.student(freedom);
    return Optional.of(
        new LinearFit(
            x.length,
            new Interval(intercept, intercept - t * interceptError, intercept + t * interceptError),
            new Interval(slope, slope - t * slopeError, slope + t * slopeError),
            slopeError,
            residual));
  }

  /** The line's y. */
  public double at(double x) {
    return fixed.value() + marginal.value() * x;
  }

  /**
   * This slope divided by another's, with the interval of Fieller's theorem (E. C. Fieller 1954, J.
   * R. Stat. Soc. B 16, 175) for independent slopes and the fewer degrees of freedom of the two.
   * Turns that are taken on one machine make the errors of both rise and fall together, so that the
   * true interval is rather narrower. Without bounds where the other slope is not surely different
   * from zero.
   */
  public Interval ratioTo(LinearFit other) {
    double a = marginal.value();
    double b = other.marginal.value();
    double ratio = a / b;
    int freedom = Math.min(points, other.points) - 2;
    if (freedom < 1) {
      return Interval.unbounded(ratio);
    }
    double t = Samples.student(freedom);
    double varianceA = marginalError * marginalError;
    double varianceB = other.marginalError * other.marginalError;
    double g = t * t * varianceB / (b * b);
    if (g >= 1) {
      return Interval.unbounded(ratio);
    }
    double half = t / Math.abs(b) * Math.sqrt(varianceA * (1 - g) + ratio * ratio * varianceB);
    return new Interval(ratio, (ratio - half) / (1 - g), (ratio + half) / (1 - g));
  }
}
