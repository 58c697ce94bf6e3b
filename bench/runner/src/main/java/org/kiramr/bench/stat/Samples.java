package org.kiramr.bench.stat;

import java.util.Collection;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/** Figures of a sample. */
public final class Samples {
  private static final double TAIL = 0.025;

  private Samples() {}

  /** The median; NaN of nothing. */
  public static double median(Collection<Double> values) {
    return Median.withDefaults().evaluate(array(values));
  }

  /** The quantile of a probability, by linear interpolation; NaN of nothing. */
  public static double quantile(Collection<Double> values, double probability) {
    return Quantile.withDefaults().evaluate(array(values), probability);
  }

  /** The mean and the interval of the mean by Student's t; without bounds for one value. */
  public static Interval mean(Collection<Double> values) {
    double[] array = array(values);
    double mean = Mean.of(array).getAsDouble();
    if (array.length < 2) {
      return Interval.unbounded(mean);
    }
    double error = StandardDeviation.of(array).getAsDouble() / Math.sqrt(array.length);
    double half = student(array.length - 1) * error;
    return new Interval(mean, mean - half, mean + half);
  }

  /** Student's t that 2.5% of the distribution exceed. */
  static double student(double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(TAIL);
  }

  private static double[] array(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
