package org.kiramr.bench.record;

/**
 * Where an engine's time goes. All but {@link #LAUNCH} and {@link #SHUFFLE} are sums over tasks or
 * processes, so that they may exceed the wall clock.
 */
public enum Stage {
  /** Before the first frame is read and after the last row is written: JVMs, containers, plans. */
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
  /** Between the last map and the first reduce, or the merge of an engine without a shuffle. */
  SHUFFLE,
  /** Formatting and writing of the output. */
  WRITE
}
