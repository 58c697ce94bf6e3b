package org.kiramr.bench.cloud;

import java.util.ArrayList;
import java.util.List;

/**
 * An engine with a way of packing.
 *
 * @param name for people
 * @param palette name of the engine that lends its colour
 */
record Scenario(String name, String palette, EngineProfile engine, Packing packing) {
  private static final int[] SPLITS = {32, 128, 256};

  /** What to simulate for the engines that there are. */
  static List<Scenario> of(List<EngineProfile> profiles, double frameBytes, double openBytes) {
    List<Scenario> scenarios = new ArrayList<>();
    for (EngineProfile engine : profiles) {
      switch (engine.engine()) {
        case "mr" -> {
          for (int split : SPLITS) {
            Packing packing = Packing.megabytes(split, frameBytes, openBytes);
            scenarios.add(
                new Scenario("MapReduce, " + split + " MB a map", "mr-yarn", engine, packing));
          }
          scenarios.add(
              new Scenario(
                  "MapReduce, one file a map", "mr-yarn-one-file", engine, Packing.single()));
        }
        case "spark" -> {
          for (int split : SPLITS) {
            Packing packing = Packing.megabytes(split, frameBytes, openBytes);
            scenarios.add(
                new Scenario("Spark, " + split + " MB a task", "spark-yarn", engine, packing));
          }
        }
        case "c-waves" ->
            scenarios.add(new Scenario("C, in waves", "c-waves", engine, Packing.single()));
        default ->
            scenarios.add(new Scenario("C, handed out", "c-batch", engine, Packing.single()));
      }
    }
    return scenarios;
  }
}
