package org.kiramr.bench.record;

import java.util.List;
import java.util.Map;

/**
 * A benchmark session: engines that took turns on one machine, with all that is needed to believe
 * and to repeat it.
 *
 * @param schema version of this format, {@value #SCHEMA}
 * @param title one line for people
 * @param started ISO 8601, UTC
 * @param ended ISO 8601, UTC
 * @param machine what it ran on: processor, cores, memory, kernel, operating system, disk
 * @param versions of everything that did the work: the project and its commit, libsep, Java,
 *     Hadoop, Spark, the C compiler, Python and its packages
 * @param dataSet name of the data set
 * @param manifestSha256 digest of the data set's manifest
 * @param settings the runner's options in force, by name
 * @param runs in the order in which they were made
 * @param frameDetections how detections are spread over the frames of the largest reference; null
 *     if not recorded: in sessions from before it was, and of runs whose catalogues are elsewhere
 */
public record Session(
    int schema,
    String title,
    String started,
    String ended,
    Map<String, String> machine,
    Map<String, String> versions,
    String dataSet,
    String manifestSha256,
    Map<String, String> settings,
    List<EngineRun> runs,
    FrameDetections frameDetections) {
  /** The version of this format. */
  public static final int SCHEMA = 1;

  public Session {
    if (schema != SCHEMA) {
      throw new IllegalArgumentException("session of schema " + schema + ", not " + SCHEMA);
    }
    machine = Map.copyOf(machine);
    versions = Map.copyOf(versions);
    settings = Map.copyOf(settings);
    runs = List.copyOf(runs);
  }

  /** The same with another name for its data set. */
  public Session withDataSet(String name) {
    return new Session(
        schema,
        title,
        started,
        ended,
        machine,
        versions,
        name,
        manifestSha256,
        settings,
        runs,
        frameDetections);
  }

  /** The same with other runs. */
  public Session withRuns(List<EngineRun> others) {
    return new Session(
        schema,
        title,
        started,
        ended,
        machine,
        versions,
        dataSet,
        manifestSha256,
        settings,
        others,
        frameDetections);
  }

  /** The same with another account of the detections of frames. */
  public Session withFrameDetections(FrameDetections others) {
    return new Session(
        schema,
        title,
        started,
        ended,
        machine,
        versions,
        dataSet,
        manifestSha256,
        settings,
        runs,
        others);
  }
}
