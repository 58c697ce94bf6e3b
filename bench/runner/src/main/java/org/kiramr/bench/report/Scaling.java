package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.List;
import org.kiramr.bench.stat.Interval;

/**
 * What more cores bring.
 *
 * @param key the series with more cores
 * @param fromCores cores of the series it is compared with
 * @param speedUp marginal wall time with fewer cores divided by that with more
 * @param efficiency speed-up by the factor of cores
 */
public record Scaling(SeriesKey key, int fromCores, Interval speedUp, Interval efficiency) {

  /** Each series that has lines beside the one of its engine with the fewest cores. */
  static List<Scaling> of(List<SeriesAnalysis> series) {
    List<Scaling> scaling = new ArrayList<>();
    for (SeriesAnalysis one : series) {
      SeriesAnalysis fewest = one;
      for (SeriesAnalysis other : series) {
        if (sameBut(one.key(), other.key()) && other.key().cores() < fewest.key().cores()) {
          fewest = other;
        }
      }
      if (fewest.key().cores() < one.key().cores() && one.wall() != null && fewest.wall() != null) {
        Interval speedUp = fewest.wall().ratioTo(one.wall());
        double factor = (double) fewest.key().cores() / one.key().cores();
        scaling.add(new Scaling(one.key(), fewest.key().cores(), speedUp, speedUp.times(factor)));
      }
    }
    return scaling;
  }

  private static boolean sameBut(SeriesKey one, SeriesKey other) {
    return one.dataSet().equals(other.dataSet())
        && one.engine().equals(other.engine())
        && one.cold() == other.cold();
  }
}
