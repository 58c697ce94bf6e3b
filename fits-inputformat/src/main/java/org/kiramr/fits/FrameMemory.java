package org.kiramr.fits;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Memory for the pixels of frames, outside the Java heap, where a C library can work on them as
 * they are. What a closed {@link Frame} gives back is lent to a later one: fresh memory is cleared
 * by the JVM and mapped by the system page by page, which costs more than reading a frame's pixels.
 *
 * <p>Lent memory that is never given back is freed by the garbage collector, with the buffer.
 * Thread-safe: a frame may be closed by another thread than the one that reads.
 */
public final class FrameMemory {
  /** Part of the limit that is kept for later; what is beyond is left to the garbage collector. */
  private static final int KEPT_SHARE = 8;

  private final long mostKept = limit() / KEPT_SHARE;
  private final Deque<ByteBuffer> kept = new ArrayDeque<>();
  private long keptBytes;

  /** Memory that holds nothing yet. */
  public FrameMemory() {}

  /**
   * Bytes that all frames of this JVM together can have: {@code -XX:MaxDirectMemorySize}, which is
   * the largest heap unless it is set.
   */
  public static long limit() {
    String set =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .getVMOption("MaxDirectMemorySize")
            .getValue();
    long bytes = Long.parseLong(set);
    return bytes > 0 ? bytes : Runtime.getRuntime().maxMemory();
  }

  /** Pixels of the largest frame of float pixels, with a mask, that fits into so many bytes. */
  public static long floatPixels(long bytes) {
    return Math.min(
        (long) (bytes / PixelDecoder.bytesNeeded(1, false, true)), PixelDecoder.mostPixels(false));
  }

  /**
   * A direct buffer in native byte order, with exactly this many bytes before its limit; what they
   * hold is arbitrary.
   *
   * @throws OutOfMemoryError if there is not that much
   */
  synchronized ByteBuffer lend(int bytes) {
    for (Iterator<ByteBuffer> i = kept.iterator(); i.hasNext(); ) {
      ByteBuffer buffer = i.next();
      if (buffer.capacity() >= bytes && buffer.capacity() - buffer.capacity() / 8 <= bytes) {
        i.remove();
        keptBytes -= buffer.capacity();
        return buffer.clear().limit(bytes);
      }
    }
    return allocate(bytes).order(ByteOrder.nativeOrder());
  }

  /** What is kept is for speed alone: it is given up before memory runs out. */
  private ByteBuffer allocate(int bytes) {
    try {
      return ByteBuffer.allocateDirect(bytes);
    } catch (OutOfMemoryError e) {
      if (kept.isEmpty()) {
        throw e;
      }
      kept.clear();
      keptBytes = 0;
      return ByteBuffer.allocateDirect(bytes);
    }
  }

  /** Takes a buffer back, which nobody may use any more. */
  synchronized void takeBack(ByteBuffer buffer) {
    if (buffer.capacity() > mostKept) {
      return;
    }
    kept.addFirst(buffer);
    keptBytes += buffer.capacity();
    while (keptBytes > mostKept) {
      keptBytes -= kept.removeLast().capacity();
    }
  }
}
