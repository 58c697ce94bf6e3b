package org.kiramr.jobs.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiramr.fits.FileSummary;
import org.kiramr.fits.HduListener;
import org.kiramr.fits.HduSummary;
import org.kiramr.fits.Reject;

/** Puts together what a reader tells of one file. Not thread-safe. */
final class HduCollector implements HduListener {
  /** What is being learnt of one HDU. */
  private static final class Entry {
    private final HduSummary summary;
    private final SkyReport sky;
    private final List<FrameReport> frames = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private String ignored;

    Entry(HduSummary summary, SkyReport sky) {
      this.summary = summary;
      this.sky = sky;
    }

    HduReport report() {
      return new HduReport(summary, sky, ignored, frames, rejects);
    }
  }

  private final int most;
  private final Map<Integer, Entry> hdus = new LinkedHashMap<>();
  private final List<Reject> rejects = new ArrayList<>();
  private long told;

  /**
   * @param most HDUs, frames and rejects to keep, so that a file of millions does not fill the
   *     memory
   */
  HduCollector(int most) {
    this.most = most;
  }

  @Override
  public void found(HduSummary hdu, byte[] header) {
    if (hasRoom()) {
      hdus.put(hdu.id().hdu(), new Entry(hdu, sky(hdu, header)));
    }
  }

  private static SkyReport sky(HduSummary hdu, byte[] header) {
    return switch (hdu.kind()) {
      case IMAGE, CUBE, TILE_COMPRESSED_IMAGE ->
          hdu.axes().size() < 2 ? null : SkyReport.of(header, hdu.axes());
      default -> null;
    };
  }

  @Override
  public void ignored(int hdu, String why) {
    Entry entry = hdus.get(hdu);
    if (entry != null) {
      entry.ignored = why;
    }
  }

  /** Takes a frame of an HDU found before. */
  void add(FrameReport frame) {
    Entry entry = hdus.get(frame.id().hdu());
    if (hasRoom() && entry != null) {
      entry.frames.add(frame);
    }
  }

  /** Takes a reject of an HDU or of the file. */
  void add(Reject reject) {
    if (hasRoom()) {
      Entry entry = hdus.get(reject.hdu());
      (entry == null ? rejects : entry.rejects).add(reject);
    }
  }

  private boolean hasRoom() {
    return ++told <= most;
  }

  FileReport report(FileSummary summary, String compression) {
    return new FileReport(
        summary,
        compression,
        hdus.values().stream().map(Entry::report).toList(),
        rejects,
        Math.max(0, told - most));
  }
}
