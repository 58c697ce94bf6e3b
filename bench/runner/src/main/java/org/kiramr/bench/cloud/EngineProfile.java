package org.kiramr.bench.cloud;

import java.util.List;

/**
 * How an engine behaves, in seconds of one core unless said otherwise.
 *
 * @param engine name
 * @param jobSeconds wall time in which the job starts and ends and no task runs
 * @param planSecondsPerFrame wall time of one thread before the first task
 * @param dispatchSeconds time of the one thread that hands out tasks, a task
 * @param taskSeconds start of a task's own container or process
 * @param workerSeconds start of what stays on a core for all its tasks
 * @param frameSeconds a frame of average crowding
 * @param crowdedShare part of that which grows with the number of detections, 0 to 1
 * @param finishSecondsPerFrame shuffle, merge and writing after the last task
 * @param finishTasks the most cores that share this
 * @param readsAhead whether the next frame is read while one is extracted
 * @param waves whether all cores wait for each other before each takes the next task
 * @param speculates whether idle cores start second attempts at late tasks
 * @param origins where each number comes from, in words
 */
public record EngineProfile(
    String engine,
    double jobSeconds,
    double planSecondsPerFrame,
    double dispatchSeconds,
    double taskSeconds,
    double workerSeconds,
    double frameSeconds,
    double crowdedShare,
    double finishSecondsPerFrame,
    int finishTasks,
    boolean readsAhead,
    boolean waves,
    boolean speculates,
    List<String> origins) {

  public EngineProfile {
    origins = List.copyOf(origins);
    if (!(frameSeconds > 0) || finishTasks < 1 || crowdedShare < 0 || crowdedShare > 1) {
      throw new IllegalArgumentException(
          engine
              + ": frame "
              + frameSeconds
              + " s, crowded share "
              + crowdedShare
              + ", finish tasks "
              + finishTasks);
    }
  }
}
