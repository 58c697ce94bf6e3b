package org.kiramr.jobs.inspect;

import org.kiramr.fits.Frame;
import org.kiramr.fits.FrameId;

/**
 * A frame that {@code extract} would get.
 *
 * @param id who it is
 * @param width NAXIS1, pixels
 * @param height NAXIS2, pixels
 * @param masked number of masked pixels
 * @param pixels figures of the pixels; null if they were not asked for
 */
record FrameReport(FrameId id, int width, int height, int masked, PixelStatistics pixels) {
  static FrameReport of(Frame frame, boolean withPixels) {
    return new FrameReport(
        frame.id(),
        frame.width(),
        frame.height(),
        frame.maskedCount(),
        withPixels ? PixelStatistics.of(frame) : null);
  }
}
