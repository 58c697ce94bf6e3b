package org.kiramr.jobs.run;

/**
 * How the memory of a container is parted whose tasks hold frames: a heap for headers, catalogues
 * and the shuffle; frames, which lie outside of it; and a rest for the JVM and SEP. All in MB.
 */
public final class FrameContainer {
  /** The option of the JVM that limits the memory for frames. */
  public static final String FRAME_MEMORY_OPTION = "-XX:MaxDirectMemorySize=";

  /** Heap as a part of the container, unless somebody says otherwise. */
  public static final double HEAP = 0.25;

  /** What heap and frames may take together, as a part of the container. */
  private static final double HEAP_AND_FRAMES = 0.85;

  /** Memory for frames as a part of the container; the rest is the JVM's and SEP's. */
  private static final double FRAMES = 0.6;

  private FrameContainer() {}

  /**
   * Memory for the frames of all its tasks, at least 1.
   *
   * @param container the whole
   * @param heap of it
   */
  public static long frames(long container, long heap) {
    long left = Math.round(HEAP_AND_FRAMES * container) - heap;
    return Math.max(1, Math.min(Math.round(FRAMES * container), left));
  }

  /**
   * The smallest container that has room for as many frames as a usual one beside a larger heap.
   *
   * @param usual a container whose heap is the usual part
   * @param heap as somebody wants it
   */
  public static long with(long usual, long heap) {
    return (long) Math.ceil((FRAMES * usual + heap) / HEAP_AND_FRAMES);
  }
}
