package org.kiramr.spark;

import java.util.Locale;
import org.apache.spark.SparkConf;
import org.kiramr.fits.FrameReaderOptions;
import org.kiramr.jobs.run.FrameContainer;

/**
 * How the container of an executor on YARN is parted: a small heap for headers, catalogues and the
 * shuffle, and most for frames, which lie outside of it. What the user has set stays. For each core
 * there is as much as for a map task of {@code kira extract}; a heap that the user sets makes the
 * container larger, so that frames keep their room.
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

  /** Memory for each core, unless the user says otherwise; MB. */
  private static final long CORE_MEGABYTES = 2048;

  /** Spark keeps 300 MB of the heap for itself, and refuses one below 450 MB. */
  private static final long LEAST_HEAP = 640;

  /** As the user has set it, else as explained above. */
  static ExecutorMemory of(SparkConf spark) {
    int cores = spark.getInt(CORES, 1);
    long usual = CORE_MEGABYTES * cores;
    boolean ownHeap = spark.contains(HEAP);
    long heap =
        ownHeap
            ? spark.getSizeAsMb(HEAP)
            : Math.max(LEAST_HEAP, Math.round(FrameContainer.HEAP * usual));
    // a larger heap than usual must not leave frames less
    long container = ownHeap ? Math.max(usual, FrameContainer.with(usual, heap)) : usual;
    long overhead = spark.contains(OVERHEAD) ? spark.getSizeAsMb(OVERHEAD) : container - heap;
    return new ExecutorMemory(heap, overhead, cores);
  }

  /** Memory for the frames of all tasks of an executor, MB. */
  long frameMegabytes() {
    return FrameContainer.frames(heapMegabytes + overheadMegabytes, heapMegabytes);
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
    if (!options.contains(FrameContainer.FRAME_MEMORY_OPTION)) {
      spark.set(
          JAVA_OPTIONS,
          String.format(
                  Locale.ROOT,
                  "%s %s%dm",
                  options,
                  FrameContainer.FRAME_MEMORY_OPTION,
                  frameMegabytes())
              .trim());
    }
  }
}
