package org.kiramr.bench.cloud;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The same scenarios on several skies. All scenarios of a replication see the same sky, so that
 * their differences are not chance. The same seed gives the same numbers.
 *
 * @param frames of the data set
 * @param frameBytes size of one
 * @param sky how crowded they are
 * @param seed of everything
 * @param replications number of skies
 */
record Replications(int frames, double frameBytes, Sky sky, long seed, int replications) {

  /** Simulates each scenario on each number of cores. */
  List<CloudRow> run(
      List<Scenario> scenarios,
      int[] coreCounts,
      Assumptions assumptions,
      double pricePerCoreHour) {
    List<List<Outcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < scenarios.size() * coreCounts.length; i++) {
      outcomes.add(new ArrayList<>());
    }
    for (int replication = 0; replication < replications; replication++) {
      double[] crowding = sky.crowding(frames, random(replication, 0));
      int place = 0;
      for (Scenario scenario : scenarios) {
        for (int cores : coreCounts) {
          Packing packing = scenario.packing().on(cores, frames, frameBytes);
          Work work = new Work(scenario.engine(), packing, crowding, frameBytes);
          UniformRandomProvider random = random(replication, cores);
          Simulation simulation =
              new Simulation(scenario.engine(), assumptions.cluster(cores), work, random);
          outcomes.get(place++).add(simulation.run());
        }
      }
    }
    List<CloudRow> rows = new ArrayList<>();
    int place = 0;
    for (Scenario scenario : scenarios) {
      for (int cores : coreCounts) {
        int framesPerTask = scenario.packing().on(cores, frames, frameBytes).framesPerTask();
        rows.add(
            CloudRow.of(
                scenario.name(), framesPerTask, cores, outcomes.get(place++), pricePerCoreHour));
      }
    }
    return rows;
  }

  private UniformRandomProvider random(int replication, int use) {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(
        new long[] {seed, 0x9E3779B97F4A7C15L * (replication + 1) + use});
  }
}
