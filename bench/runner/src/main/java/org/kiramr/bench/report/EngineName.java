package org.kiramr.bench.report;

import java.util.Map;

/** What the names of engines mean. A name that is not known is a command of the user's. */
public final class EngineName {
  /** The opponent that all engines are compared with. */
  public static final String C_BATCH = "c-batch";

  private static final Map<String, String> MEANING =
      Map.ofEntries(
          Map.entry(
              "mr-local",
              "Hadoop MapReduce with the local job runner: one Java process, a thread a core, no"
                  + " cluster."),
          Map.entry(
              "mr-yarn",
              "Hadoop MapReduce on a YARN cluster, many files packed into each map task; every task"
                  + " is a container, that is, a Java process started for it."),
          Map.entry(
              "mr-yarn-one-file",
              "the same with one file in each map task: the plain use of MapReduce, shown for what"
                  + " it costs not to pack."),
          Map.entry(
              "spark-local",
              "Apache Spark in one Java process, a thread a core, reading through the same"
                  + " InputFormat and calling the same extraction as MapReduce."),
          Map.entry(
              "spark-local-binaryfiles",
              "the same, but files come through Spark's own binaryFiles, as in Kira SE."),
          Map.entry(
              "spark-yarn",
              "Apache Spark on the YARN cluster, same InputFormat and extraction as MapReduce;"
                  + " executors live for the whole job."),
          Map.entry(
              "spark-yarn-binaryfiles",
              "the same, but files come through Spark's own binaryFiles, as in Kira SE."),
          Map.entry(
              C_BATCH,
              "a C program on the same native libraries; one process a core, each takes the next"
                  + " file when it is done with the last (no waves, no barriers)."),
          Map.entry(
              "c-process-a-file",
              "the same C program, started anew for each file, as many at once as there are cores."),
          Map.entry(
              "python",
              "a Python script with the sep package and a process pool: what a user would otherwise"
                  + " write."));

  private EngineName() {}

  /** One sentence about an engine. */
  public static String meaning(String engine) {
    return MEANING.getOrDefault(engine, "a command given by whoever ran the benchmark.");
  }

  /** Whether it runs on the YARN cluster. */
  public static boolean onYarn(String engine) {
    return engine.contains("yarn");
  }

  /** Whether it is MapReduce. */
  public static boolean isMapReduce(String engine) {
    return engine.startsWith("mr-");
  }

  /** Whether it is Spark. */
  public static boolean isSpark(String engine) {
    return engine.startsWith("spark-");
  }

  /** The Spark engine that it is fairly compared with: on a cluster both, or neither. */
  public static String sparkOpponent(String engine) {
    return onYarn(engine) ? "spark-yarn" : "spark-local";
  }
}
