package org.kiramr.bench.record;

import java.util.List;
import java.util.Map;

/**
 * One run of an engine, measured from outside as a whole process tree.
 *
 * @param engine the engine's name
 * @param frames frames that it was given
 * @param bytes their size as stored
 * @param repeat counted from 1
 * @param turn place in the order of the session, counted from 1
 * @param cores cores that it was allowed
 * @param cold whether the input came from storage: it was dropped from the page cache before, or
 *     was never there
 * @param started ISO 8601, UTC
 * @param wallSeconds from start to exit of the command
 * @param cpuSeconds user and system time of the whole process tree, a cluster's daemons and
 *     containers included
 * @param peakMemoryBytes largest sum of the resident memory of that tree, sampled
 * @param readBytes bytes that the tree read through the system's calls, sockets included
 * @param writtenBytes bytes that it wrote in that way
 * @param stageSeconds time by stage, as the engine counts it; a stage that it cannot tell is absent
 * @param detections rows of the catalogue
 * @param fields fields of the catalogue
 * @param megapixels pixels of all frames, in millions
 * @param catalogSha256 digest of the digests of all fields
 * @param borderRows rows beyond the tolerances of an engine that need not agree to the last bit,
 *     since a pixel lies on the border of their ellipse; null if not counted: in sessions from
 *     before they were, and in void runs
 * @param exitCode of the command
 * @param voidReason why the run does not count; null if it does
 * @param command what was run
 */
public record EngineRun(
    String engine,
    int frames,
    long bytes,
    int repeat,
    int turn,
    int cores,
    boolean cold,
    String started,
    double wallSeconds,
    double cpuSeconds,
    long peakMemoryBytes,
    long readBytes,
    long writtenBytes,
    Map<Stage, Double> stageSeconds,
    long detections,
    int fields,
    double megapixels,
    String catalogSha256,
    Long borderRows,
    int exitCode,
    String voidReason,
    List<String> command) {

  public EngineRun {
    stageSeconds = Map.copyOf(stageSeconds);
    command = List.copyOf(command);
  }

  /** Whether the run may be used. */
  public boolean counts() {
    return voidReason == null;
  }
}
