package org.kiramr.fits;

import java.util.Objects;

/**
 * How a {@link FrameReader} reads.
 *
 * @param fieldPattern how a frame's field is named
 * @param maxFrameBytes heap that one frame's pixels and mask may take, in bytes; a larger frame is
 *     rejected as {@link RejectCode#TOO_LARGE}
 * @param verifyDatasum whether the pixels of an image with a DATASUM card are checked against it
 */
public record FrameReaderOptions(
    FieldPattern fieldPattern, long maxFrameBytes, boolean verifyDatasum) {

  /**
   * Part of the heap that one frame may take unless told otherwise: while one frame is worked on,
   * the next one is read, and a fifth is left for everything else.
   */
  public static final double DEFAULT_HEAP_FRACTION = 0.4;

  public FrameReaderOptions {
    Objects.requireNonNull(fieldPattern, "fieldPattern");
    if (maxFrameBytes < 1) {
      throw new IllegalArgumentException("maxFrameBytes is below 1: " + maxFrameBytes);
    }
  }

  /** SDSS identities, {@link #DEFAULT_HEAP_FRACTION} of this JVM's heap, DATASUM verified. */
  public static FrameReaderOptions defaults() {
    return new FrameReaderOptions(FieldPattern.defaults(), heapBytes(DEFAULT_HEAP_FRACTION), true);
  }

  /** A fraction of the largest heap this JVM can have, in bytes. */
  public static long heapBytes(double fraction) {
    return Math.max(1, (long) (fraction * Runtime.getRuntime().maxMemory()));
  }
}
