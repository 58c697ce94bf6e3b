package org.kiramr.spark;

import java.util.Locale;
import org.apache.spark.SparkConf;
import org.kiramr.fits.FrameReaderOptions;

/**
 * How the container of an executor on YARN is parted: a small heap for headers, catalogues and the
 * shuffle, and most for frames, which lie outside of it. What the user has set stays. For each core
 * there is as much as for a map task of {@code kira extract}.
 *
 * @param heapMegabytes the heap ({@code spark.executor.memory})
 * @param overheadMegabytes all else ({@code spark.executor.memoryOverhead})
 * @param cores tasks at once
 */
record ExecutorMemory(long heapMegabytes, long overheadMegabytes, int cores) {
  private static final String HEAP = "spark.executor.memory";
  private static final String OVERHEAD = "spark.executor.memoryOverhead";
  private static final String CORES = "spark.executor.cores";
  private static final String JAVA_OPTIONS = "spark.executor.extraJavaOptions";
  private static final String FRAMES_OPTION = "-XX:MaxDirectMemorySize=";

  /** Memory for each core, unless the user says otherwise; MB. */
  private static final long CORE_MEGABYTES = 2048;

  /** The heap as a part of that. */
  private static final double HEAP_SHARE = 0.25;

  /** Spark keeps 300 MB of the heap for itself, and refuses one below 450 MB. */
  private static final long LEAST_HEAP = 640;

  /** Frames as a part of the container, and together with the heap; the rest is JVM and SEP. */
  private static final double FRAMES_SHARE = 0.6;

  private static final double HEAP_AND_FRAMES_SHARE = 0.85;

  /** As the user has set it, else as explained above. */
  static ExecutorMemory of(SparkConf spark) {
    int cores = spark.getInt(CORES, 1);
    long heap =
        spark.contains(HEAP)
            ? spark.getSizeAsMb(HEAP)
            : Math.max(LEAST_HEAP, Math.round(HEAP_SHARE * CORE_MEGABYTES * cores));
    long overhead =
        spark.contains(OVERHEAD)
            ? spark.getSizeAsMb(OVERHEAD)
            : Math.max(CORE_MEGABYTES * cores - heap, CORE_MEGABYTES * cores / 2);
    return new ExecutorMemory(heap, overhead, cores);
  }

  /** Memory for the frames of all tasks of an executor, MB. */
  long frameMegabytes() {
    double container = heapMegabytes + overheadMegabytes;
    double left = HEAP_AND_FRAMES_SHARE * container - heapMegabytes;
    return Math.max(1, Math.round(Math.min(FRAMES_SHARE * container, left)));
  }

  /** Bytes that one frame may take, so that no task runs out of memory. */
  long frameBytes() {
    return Math.round(
        FrameReaderOptions.DEFAULT_MEMORY_FRACTION * (frameMegabytes() << 20) / cores);
  }

  /** Sets what the user has not. */
  void apply(SparkConf spark) {
    spark.set(HEAP, heapMegabytes + "m");
    spark.set(OVERHEAD, overheadMegabytes + "m");
    String options = spark.get(JAVA_OPTIONS, "");
    if (!options.contains(FRAMES_OPTION)) {
      spark.set(
          JAVA_OPTIONS,
          String.format(Locale.ROOT, "%s %s%dm", options, FRAMES_OPTION, frameMegabytes()).trim());
    }
  }
}
