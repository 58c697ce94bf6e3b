package org.kiramr.bench.cloud;

import org.kiramr.bench.report.EngineName;

/**
 * How {@code extract} cuts its input when nobody says how, on MapReduce and on Spark: the rule of
 * {@code CombineFitsInputFormat} and {@code InputPlan}, for files of one size. On a cluster, a test
 * holds it against the former.
 *
 * @param openBytes what opening a file counts
 */
record AutomaticSplits(double openBytes) {
  private static final double EVEN_WAVES = 4;
  private static final double PARTS_IN_ONE_PROCESS = 32;
  private static final double LARGEST = 1L << 30;
  private static final double SMALLEST_ON_CLUSTER = 512L << 20;

  /**
   * Tasks that each core gets: four to be even, fewer if containers are not worth it. In one
   * process sizes fall (but binaryFiles is cut evenly), and a task costs next to nothing: it is the
   * last and smallest that counts, so all are taken to be of its size.
   */
  int waves(String engine, int cores, int frames, double frameBytes) {
    double bytesOfCore = frames * (frameBytes + openBytes) / cores;
    double even = engine.endsWith("binaryfiles") ? EVEN_WAVES : PARTS_IN_ONE_PROCESS;
    if (EngineName.onYarn(engine)) {
      even = Math.min(EVEN_WAVES, Math.floor(bytesOfCore / SMALLEST_ON_CLUSTER));
    }
    return (int) Math.max(Math.max(1, even), Math.ceil(bytesOfCore / LARGEST));
  }

  /** Frames of a task. */
  Packing packing(String engine, int cores, int frames, double frameBytes) {
    double tasks = (double) cores * waves(engine, cores, frames, frameBytes);
    return new Packing("automatic", (int) Math.ceil(frames / tasks));
  }
}
