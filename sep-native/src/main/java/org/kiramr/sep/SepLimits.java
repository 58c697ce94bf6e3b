package org.kiramr.sep;

import org.kiramr.sep.jna.NativeLimits;

/**
 * SEP's limits. They belong to the process, not to an image or thread, and only ever grow here, so
 * that no thread can take from another what it asked for. They decide whether an extraction
 * succeeds, never its rows. Thread-safe; an extraction that is already running keeps the limits it
 * began with.
 */
public final class SepLimits {
  /** Largest pixel stack. SEP 1.2 counts its bytes, at most 28 a pixel, in an {@code int}. */
  public static final long MAX_PIXEL_STACK = Integer.MAX_VALUE / 28;

  private static final Object LOCK = new Object();

  private SepLimits() {}

  /**
   * Number of pixels that an extraction can hold above the threshold at once; SEP begins with
   * 300,000.
   */
  public static long pixelStack() {
    SepLibrary.verifyAvailable();
    synchronized (LOCK) {
      return NativeLimits.pixelStack();
    }
  }

  /**
   * Raises the pixel stack. Each running extraction takes up to 44 bytes a pixel of it.
   *
   * @param pixels at least that many; no more than {@link #MAX_PIXEL_STACK}
   * @return the limit now; larger than asked for if it already was
   */
  public static long raisePixelStackTo(long pixels) {
    if (pixels > MAX_PIXEL_STACK) {
      throw new IllegalArgumentException(
          "pixel stack of " + pixels + ": SEP can hold " + MAX_PIXEL_STACK + " pixels at most");
    }
    SepLibrary.verifyAvailable();
    synchronized (LOCK) {
      if (pixels > NativeLimits.pixelStack()) {
        NativeLimits.setPixelStack(pixels);
      }
      return NativeLimits.pixelStack();
    }
  }

  /** Number of sub-objects that one detection may deblend into; SEP begins with 1,024. */
  public static int subObjectLimit() {
    SepLibrary.verifyAvailable();
    synchronized (LOCK) {
      return NativeLimits.subObjectLimit();
    }
  }

  /**
   * Raises the sub-object limit.
   *
   * @param objects at least that many
   * @return the limit now; larger than asked for if it already was
   */
  public static int raiseSubObjectLimitTo(int objects) {
    SepLibrary.verifyAvailable();
    synchronized (LOCK) {
      if (objects > NativeLimits.subObjectLimit()) {
        NativeLimits.setSubObjectLimit(objects);
      }
      return NativeLimits.subObjectLimit();
    }
  }
}
