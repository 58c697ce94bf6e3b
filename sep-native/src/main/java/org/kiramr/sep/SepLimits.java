package org.kiramr.sep;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.kiramr.sep.jna.NativeLimits;

/**
 * SEP's limits. They belong to the process, not to an image or thread, and decide whether an
 * extraction succeeds, never its rows. Work under other limits has the process's extractions for
 * itself; afterwards the limits are what they were. So what one image needs neither costs the
 * others memory nor makes their success depend on it. Thread-safe.
 */
public final class SepLimits {
  /** Largest pixel stack. SEP 1.2 counts its bytes, at most 28 a pixel, in an {@code int}. */
  public static final long MAX_PIXEL_STACK = Integer.MAX_VALUE / 28;

  /** Bytes that an extraction takes for a pixel of the stack, at most. */
  public static final int PIXEL_STACK_BYTES = 44;

  /** Extractions share it; who changes the limits has it alone. */
  private static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock();

  private SepLimits() {}

  /**
   * Number of pixels that an extraction can hold above the threshold at once; SEP begins with
   * 300,000.
   */
  public static long pixelStack() {
    SepLibrary.verifyAvailable();
    return share(NativeLimits::pixelStack);
  }

  /** Number of sub-objects that one detection may deblend into; SEP begins with 1,024. */
  public static int subObjectLimit() {
    SepLibrary.verifyAvailable();
    return share(NativeLimits::subObjectLimit);
  }

  /**
   * Does work under other limits, once no extraction is running, and puts the old ones back.
   *
   * @param pixelStack pixels, 1 to {@link #MAX_PIXEL_STACK}; the running extraction takes up to
   *     {@link #PIXEL_STACK_BYTES} bytes for each
   * @param subObjects sub-objects, 1 and up
   * @return what the work returns
   */
  public static <T> T with(long pixelStack, int subObjects, Supplier<T> work) {
    Checks.argument(
        pixelStack > 0 && pixelStack <= MAX_PIXEL_STACK,
        "pixel stack of " + pixelStack + ": SEP can hold " + MAX_PIXEL_STACK + " pixels at most");
    Checks.positive(subObjects, "sub-object limit");
    SepLibrary.verifyAvailable();
    LOCK.writeLock().lock();
    try {
      long oldPixelStack = NativeLimits.pixelStack();
      int oldSubObjects = NativeLimits.subObjectLimit();
      NativeLimits.setPixelStack(pixelStack);
      NativeLimits.setSubObjectLimit(subObjects);
      try {
        return work.get();
      } finally {
        NativeLimits.setPixelStack(oldPixelStack);
        NativeLimits.setSubObjectLimit(oldSubObjects);
      }
    } finally {
      LOCK.writeLock().unlock();
    }
  }

  /** Does work during which the limits stay as they are. */
  static <T> T share(Supplier<T> work) {
    LOCK.readLock().lock();
    try {
      return work.get();
    } finally {
      LOCK.readLock().unlock();
    }
  }
}
