package org.kiramr.jobs.inspect;

import java.util.List;
import org.kiramr.fits.HduSummary;
import org.kiramr.fits.Reject;

/**
 * An HDU and what becomes of it.
 *
 * @param summary what its header says
 * @param sky its WCS; null if it is no image
 * @param ignored why it is passed over; null if it is not
 * @param frames its frames: one, or one a plane
 * @param rejects why it, or a plane of it, is rejected
 */
record HduReport(
    HduSummary summary,
    SkyReport sky,
    String ignored,
    List<FrameReport> frames,
    List<Reject> rejects) {
  HduReport {
    frames = List.copyOf(frames);
    rejects = List.copyOf(rejects);
  }
}
