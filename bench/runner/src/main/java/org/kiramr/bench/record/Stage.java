package org.kiramr.bench.record;

/**
 * Where an engine's time goes. All but {@link #LAUNCH} are sums over tasks or processes, so that
 * they may exceed the wall clock.
 */
public enum Stage {
  /**
   * Wall time outside of the engine's own clock, before it starts and after it stops. With
   * MapReduce and Spark the client's or driver's JVM alone, up to the list of the input's files;
   * the start of containers and executors, and the job's own overhead, lie within the clock's span
   * and are in no stage. With C and Python the start of the program; absent if there are many.
   */
  LAUNCH,
  /** Reading from the file system. */
  READ,
  /** Decompressing and decoding; with {@link #READ} where an engine cannot tell them apart. */
  DECODE,
  /** Background and its subtraction. */
  BACKGROUND,
  /** Detection and deblending. */
  EXTRACT,
  /** Photometry. */
  PHOTOMETRY,
  /** Sky coordinates. */
  SKY,
  /**
   * What brings a field's frames together, mostly waiting. MapReduce: reduce tasks' fetching of map
   * output and its merge until the first record can be read. Spark: tasks' waiting for the blocks
   * of other executors and for writes of their own; its sort is in no stage. C and Python: the
   * merge by one process, so that it is wall time, too.
   */
  SHUFFLE,
  /** Formatting and writing of the output. */
  WRITE
}
