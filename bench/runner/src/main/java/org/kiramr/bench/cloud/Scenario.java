package org.kiramr.bench.cloud;

import java.util.ArrayList;
import java.util.List;

/**
 * An engine with a way of packing.
 *
 * @param name for people
 */
record Scenario(String name, EngineProfile engine, Packing packing) {
  /** The name of the plain use of MapReduce. */
  static final String ONE_FILE = "MapReduce, one file a map";

  private static final int[] MAP_SPLITS = {32, 128, 256, 1024};
  private static final int[] SPARK_SPLITS = {32, 128};

  /** What to simulate for the engines that there are. */
  static List<Scenario> of(List<EngineProfile> profiles, double frameBytes, double openBytes) {
    List<Scenario> scenarios = new ArrayList<>();
    for (EngineProfile engine : profiles) {
      switch (engine.engine()) {
        case "mr" -> {
          for (int split : MAP_SPLITS) {
            Packing packing = Packing.megabytes(split, frameBytes, openBytes);
            scenarios.add(new Scenario("MapReduce, " + split + " MB a map", engine, packing));
          }
          scenarios.add(new Scenario(ONE_FILE, engine, Packing.single()));
        }
        case "spark" -> {
          for (int split : SPARK_SPLITS) {
            Packing packing = Packing.megabytes(split, frameBytes, openBytes);
            scenarios.add(new Scenario("Spark, " + split + " MB a task", engine, packing));
          }
        }
        case Calibration.C_WAVES ->
            scenarios.add(new Scenario("C, in waves", engine, Packing.single()));
        case Calibration.C_AHEAD ->
            scenarios.add(new Scenario("C, two processes a core", engine, Packing.single()));
        default -> scenarios.add(new Scenario("C, handed out", engine, Packing.single()));
      }
    }
    return scenarios;
  }
}
