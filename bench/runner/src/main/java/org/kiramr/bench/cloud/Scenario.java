package org.kiramr.bench.cloud;

import java.util.ArrayList;
import java.util.List;

/**
 * An engine with a way of packing.
 *
 * @param name for people
 */
record Scenario(String name, EngineProfile engine, PackingRule packing) {
  /** The name of the plain use of MapReduce. */
  static final String ONE_FILE = "MapReduce, one file a map";

  /** The end of the names of engines that cut their input as they do if nobody says how. */
  static final String AUTOMATIC = ", automatic";

  /** Sizes that users set, the same for both engines that know sizes, MB. */
  private static final int[] SPLITS = {32, 128, 256, 1024};

  private static final String SIZE = " MB a task";

  /** Whether a scenario of this name has a size that was set by hand. */
  static boolean isSize(String name) {
    return name.endsWith(SIZE);
  }

  /** What to simulate for the engines that there are. */
  static List<Scenario> of(List<EngineProfile> profiles, double frameBytes, double openBytes) {
    List<Scenario> scenarios = new ArrayList<>();
    PackingRule single = PackingRule.always(Packing.single());
    for (EngineProfile engine : profiles) {
      switch (engine.engine()) {
        case Calibration.MAP_REDUCE -> {
          scenarios.add(automatic("MapReduce", "mr-yarn", engine, openBytes));
          scenarios.addAll(sizes("MapReduce", engine, frameBytes, openBytes));
          scenarios.add(new Scenario(ONE_FILE, engine, single));
        }
        case Calibration.SPARK -> {
          scenarios.add(automatic("Spark", "spark-yarn", engine, openBytes));
          scenarios.addAll(sizes("Spark", engine, frameBytes, openBytes));
        }
        // it asks Spark for as many partitions as the rule has splits
        case Calibration.SPARK_BINARY_FILES ->
            scenarios.add(
                automatic("Spark binaryFiles", Calibration.YARN_BINARY_FILES, engine, openBytes));
        case Calibration.C_WAVES -> scenarios.add(new Scenario("C, in waves", engine, single));
        case Calibration.C_AHEAD ->
            scenarios.add(new Scenario("C, two processes a core", engine, single));
        default -> scenarios.add(new Scenario("C, handed out", engine, single));
      }
    }
    return scenarios;
  }

  private static Scenario automatic(
      String name, String engine, EngineProfile profile, double openBytes) {
    AutomaticSplits splits = new AutomaticSplits(openBytes);
    return new Scenario(
        name + AUTOMATIC,
        profile,
        (cores, frames, frameBytes) -> splits.packing(engine, cores, frames, frameBytes));
  }

  private static List<Scenario> sizes(
      String name, EngineProfile engine, double frameBytes, double openBytes) {
    List<Scenario> scenarios = new ArrayList<>();
    for (int split : SPLITS) {
      Packing packing = Packing.megabytes(split, frameBytes, openBytes);
      scenarios.add(new Scenario(name + ", " + split + SIZE, engine, PackingRule.always(packing)));
    }
    return scenarios;
  }
}
