package org.kiramr.bench.cloud;

/**
 * How many frames make a task.
 *
 * @param name for people
 * @param framesPerTask at least 1
 */
public record Packing(String name, int framesPerTask) {
  private static final int MIB = 1 << 20;

  public Packing {
    if (framesPerTask < 1) {
      throw new IllegalArgumentException(framesPerTask + " frames a task");
    }
  }

  /** A frame a task. */
  public static Packing single() {
    return new Packing("one frame", 1);
  }

  /**
   * Whole files until a split is full; the file that fills it is its last.
   *
   * @param openBytes what opening a file counts
   */
  public static Packing megabytes(int mebibytes, double frameBytes, double openBytes) {
    double frames = (double) mebibytes * MIB / (frameBytes + openBytes);
    return new Packing(mebibytes + " MB", Math.max(1, (int) Math.ceil(frames)));
  }
}
