package org.kiramr.bench.cloud;

/**
 * The simulation beside a real run.
 *
 * @param engine name
 * @param cores of the run
 * @param frames of the run
 * @param seen whether the run was among those that fed the simulation
 * @param simulatedSeconds wall time, mean over simulated skies
 * @param percentile5 of these skies, s
 * @param percentile95 of these skies, s
 * @param measuredSeconds median wall time
 */
record Validation(
    String engine,
    int cores,
    int frames,
    boolean seen,
    double simulatedSeconds,
    double percentile5,
    double percentile95,
    double measuredSeconds) {

  /** Simulated less measured, as a part of the measured. */
  double error() {
    return simulatedSeconds / measuredSeconds - 1;
  }
}
