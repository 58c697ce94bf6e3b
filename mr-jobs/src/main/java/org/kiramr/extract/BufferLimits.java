package org.kiramr.extract;

import org.kiramr.sep.SepException;
import org.kiramr.sep.SepLimits;

/**
 * SEP's two buffer limits as one extraction saw them, and the decision to try again with larger
 * ones.
 *
 * <p>The limits belong to the process, so another thread may have raised them in the meantime; they
 * only ever grow. They decide whether an extraction succeeds, never what it finds.
 */
final class BufferLimits {
  /** SEP keeps the numbers of sub-objects in C shorts. */
  private static final int MOST_SUB_OBJECTS = Short.MAX_VALUE;

  private final long pixelStack;
  private final int subObjects;

  private BufferLimits(long pixelStack, int subObjects) {
    this.pixelStack = pixelStack;
    this.subObjects = subObjects;
  }

  static BufferLimits current() {
    return new BufferLimits(SepLimits.pixelStack(), SepLimits.subObjectLimit());
  }

  /**
   * Raises the limit that made an extraction fail.
   *
   * @param pixels pixels of the frame: a stack of twice as many cannot overflow
   * @return whether it is worth trying again
   */
  boolean raiseAfter(SepException failure, long pixels) {
    long mostPixels = Math.min(2 * pixels, SepLimits.MAX_PIXEL_STACK);
    if (failure.status() == SepException.PIXEL_STACK_FULL && pixelStack < mostPixels) {
      SepLimits.raisePixelStackTo(Math.min(2 * pixelStack, mostPixels));
      return true;
    }
    if (failure.status() == SepException.DEBLEND_OVERFLOW && subObjects < MOST_SUB_OBJECTS) {
      SepLimits.raiseSubObjectLimitTo(Math.min(2 * subObjects, MOST_SUB_OBJECTS));
      return true;
    }
    return false;
  }
}
