package org.kiramr.bench.cloud;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kiramr.bench.stat.Interval;
import org.kiramr.bench.stat.Samples;

/**
 * What the simulation says of a scenario on a number of cores.
 *
 * @param scenario its name
 * @param framesPerTask how it packs
 * @param cores of the cluster
 * @param seconds mean over the replications, with its interval
 * @param percentile5 of the replications, s
 * @param percentile95 of the replications, s
 * @param coreHours cores by mean time
 * @param price of these
 * @param shares part of the time by cause, mean
 * @param limit extraction where it takes four fifths of the time, else the largest other cause
 */
public record CloudRow(
    String scenario,
    int framesPerTask,
    int cores,
    Interval seconds,
    double percentile5,
    double percentile95,
    double coreHours,
    double price,
    Map<Cause, Double> shares,
    String limit) {
  private static final double MOSTLY_COMPUTE = 0.8;
  private static final double HOUR = 3600;

  static CloudRow of(
      String scenario, int framesPerTask, int cores, List<Outcome> outcomes, double pricePerHour) {
    List<Double> seconds = outcomes.stream().map(Outcome::seconds).toList();
    Interval mean = Samples.mean(seconds);
    Map<Cause, Double> shares = new EnumMap<>(Cause.class);
    for (Cause cause : Cause.values()) {
      shares.put(cause, outcomes.stream().mapToDouble(one -> one.share(cause)).average().orElse(0));
    }
    double coreHours = mean.value() * cores / HOUR;
    return new CloudRow(
        scenario,
        framesPerTask,
        cores,
        mean,
        Samples.quantile(seconds, 0.05),
        Samples.quantile(seconds, 0.95),
        coreHours,
        coreHours * pricePerHour,
        shares,
        limit(shares));
  }

  private static String limit(Map<Cause, Double> shares) {
    if (shares.get(Cause.COMPUTE) >= MOSTLY_COMPUTE) {
      return Cause.COMPUTE.words();
    }
    Cause worst = Cause.JOB;
    for (Cause cause : Cause.values()) {
      if (cause != Cause.COMPUTE && shares.get(cause) > shares.get(worst)) {
        worst = cause;
      }
    }
    return worst.words();
  }
}
