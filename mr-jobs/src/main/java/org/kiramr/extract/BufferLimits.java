package org.kiramr.extract;

import org.kiramr.fits.FrameMemory;
import org.kiramr.sep.SepException;
import org.kiramr.sep.SepLimits;

/**
 * SEP's two buffer limits for one extraction, and the decision to try again with larger ones. They
 * decide whether an extraction succeeds, never what it finds.
 *
 * @param pixelStack pixels above the threshold at once
 * @param subObjects sub-objects of one detection
 */
record BufferLimits(int pixelStack, int subObjects) {
  /** SEP keeps the numbers of sub-objects in C shorts. */
  private static final int MOST_SUB_OBJECTS = Short.MAX_VALUE;

  /** Part of the memory for frames that the pixel stack may take. */
  private static final int MEMORY_SHARE = 4;

  /** The limits that every frame begins with. */
  static BufferLimits initial() {
    return new BufferLimits(Math.toIntExact(SepLimits.pixelStack()), SepLimits.subObjectLimit());
  }

  /**
   * Twice the limit that made an extraction fail.
   *
   * @param pixels pixels of the frame: a stack of twice as many cannot overflow
   * @return null if it is as large as it can be, or is not what made it fail
   */
  BufferLimits raisedAfter(SepException failure, long pixels) {
    // memory decides whether there is another step, never how large it is
    long raised = Math.min(2L * pixelStack, Math.min(2 * pixels, SepLimits.MAX_PIXEL_STACK));
    boolean fits = raised * SepLimits.PIXEL_STACK_BYTES <= FrameMemory.limit() / MEMORY_SHARE;
    if (failure.status() == SepException.PIXEL_STACK_FULL && raised > pixelStack && fits) {
      return new BufferLimits((int) raised, subObjects);
    }
    if (failure.status() == SepException.DEBLEND_OVERFLOW && subObjects < MOST_SUB_OBJECTS) {
      return new BufferLimits(pixelStack, Math.min(2 * subObjects, MOST_SUB_OBJECTS));
    }
    return null;
  }
}
