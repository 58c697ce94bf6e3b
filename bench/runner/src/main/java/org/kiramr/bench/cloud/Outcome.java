package org.kiramr.bench.cloud;

import java.util.EnumMap;
import java.util.Map;

/**
 * How a simulated run went.
 *
 * @param seconds from start to end
 * @param byCause the same, divided among its causes: core seconds by number of cores
 * @param attempts at tasks
 */
record Outcome(double seconds, Map<Cause, Double> byCause, int attempts) {

  Outcome {
    byCause = new EnumMap<>(byCause);
  }

  /** The part of the time that a cause takes, 0 to 1. */
  double share(Cause cause) {
    return byCause.getOrDefault(cause, 0.0) / seconds;
  }
}
