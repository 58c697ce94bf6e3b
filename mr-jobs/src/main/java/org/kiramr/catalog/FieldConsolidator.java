package org.kiramr.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.kiramr.fits.PlaneName;

/**
 * Gathers what is known of a field while its frames go by in order: bands, counts, the digest of
 * its rows. One field at a time; not thread-safe. Every engine consolidates with it.
 */
public final class FieldConsolidator {
  private final String field;
  private final FieldDigest digest = new FieldDigest();
  private final TreeSet<String> bands = new TreeSet<>();
  private final Map<String, String> providers = new HashMap<>();
  private int frames;
  private int rejects;
  private long detections;
  private int duplicates;

  public FieldConsolidator(String field) {
    this.field = field;
  }

  /**
   * Adds the next frame.
   *
   * @param rows its canonical rows
   */
  public void addFrame(FrameCatalog catalog, RowBuffer rows) {
    FrameInfo frame = catalog.frame();
    digest.update(rows);
    bands.add(frame.band());
    String place = frame.band() + "/" + frame.hdu() + PlaneName.section(frame.image());
    String image = providers.putIfAbsent(place, frame.image());
    if (image != null && !image.equals(frame.image())) {
      duplicates++;
    }
    frames++;
    detections += catalog.rows();
  }

  /** Adds a reject that belongs to the field. */
  public void addReject() {
    rejects++;
  }

  /** Whether any frame was added. */
  public boolean hasFrames() {
    return frames > 0;
  }

  /** Frames whose band, HDU and (of a cube) plane another image had provided before. */
  public int duplicates() {
    return duplicates;
  }

  /** The field's row, once all its frames were added. */
  public FieldRow finish() {
    return new FieldRow(field, String.join("+", bands), frames, rejects, detections, digest.hex());
  }
}
