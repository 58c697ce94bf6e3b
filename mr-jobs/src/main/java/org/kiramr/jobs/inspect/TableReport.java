package org.kiramr.jobs.inspect;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kiramr.fits.HduSummary;
import org.kiramr.fits.Reject;
import org.kiramr.wcs.WcsInfo;

/**
 * For people: a line a file, a row an HDU, and below it what is in no column. Columns are wide
 * enough for nearly all files; longer entries push the rest to the right.
 */
final class TableReport implements ReportWriter {
  private static final String ROW = "%5s  %-13s  %-14s  %-20s  %6s  %9s  %s";
  private static final String INDENT = " ".repeat(7);

  private final PrintStream out;
  private boolean begun;

  TableReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(FileReport file) {
    if (!begun) {
      line(ROW, "HDU", "KIND", "NAME", "SIZE", "BITPIX", "MASKED", "SCALING");
      begun = true;
    }
    line("%s: %,d bytes, %s", file.summary().image(), file.summary().bytes(), file.compression());
    file.hdus().forEach(this::write);
    for (Reject reject : file.rejects()) {
      boolean whole = reject.hdu() == Reject.WHOLE_FILE;
      line(ROW, whole ? "" : reject.hdu(), "", "", "", "", "", "");
      detail(rejected(reject));
    }
    if (file.omitted() > 0) {
      line("  and %,d more HDUs, frames and rejects", file.omitted());
    }
  }

  private void write(HduReport hdu) {
    HduSummary summary = hdu.summary();
    List<FrameReport> frames = hdu.frames();
    line(
        ROW,
        summary.id().hdu(),
        summary.kind().label(),
        name(summary),
        summary.axes().stream().map(String::valueOf).collect(Collectors.joining(" x ")),
        summary.bitpix() == null ? "" : summary.bitpix(),
        isOne(hdu) ? frames.get(0).masked() : "",
        scaling(summary));
    if (hdu.ignored() != null) {
      detail("ignored: " + hdu.ignored());
      return;
    }
    String band = summary.id().band();
    detail("field " + summary.id().field() + (band.isEmpty() ? "" : ", band " + band));
    if (hdu.sky() != null) {
      detail(sky(hdu.sky()));
    }
    for (FrameReport frame : frames) {
      if (!isOne(hdu)) {
        detail(
            "plane %s: %d masked".formatted(section(summary, frame.id().image()), frame.masked()));
      }
      if (frame.pixels() != null) {
        write(frame.pixels());
      }
    }
    for (Reject reject : hdu.rejects()) {
      String section = section(summary, reject.image());
      detail((section.isEmpty() ? "" : "plane " + section + " ") + rejected(reject));
    }
  }

  /** Whether the HDU is one frame, and not planes of a cube. */
  private static boolean isOne(HduReport hdu) {
    return hdu.frames().size() == 1
        && section(hdu.summary(), hdu.frames().get(0).id().image()).isEmpty();
  }

  /** The part of a plane's name that comes after the file's; empty if it is no plane. */
  private static String section(HduSummary hdu, String image) {
    return image.substring(hdu.id().image().length());
  }

  private void write(PixelStatistics pixels) {
    detail(
        "%d pixels, %d NaN, min %s, max %s, mean %s, sum %s"
            .formatted(
                pixels.count(),
                pixels.nan(),
                pixels.min(),
                pixels.max(),
                pixels.mean(),
                pixels.sum()));
    detail("sha256 " + pixels.sha256());
  }

  private static String name(HduSummary hdu) {
    return hdu.extver() == 1 ? hdu.extname() : hdu.extname() + ":" + hdu.extver();
  }

  private static String scaling(HduSummary hdu) {
    List<String> parts = new ArrayList<>();
    if (hdu.bscale() != null) {
      parts.add("BSCALE " + hdu.bscale());
    }
    if (hdu.bzero() != null) {
      parts.add("BZERO " + hdu.bzero());
    }
    if (hdu.blank() != null) {
      parts.add("BLANK " + hdu.blank());
    }
    if (hdu.tileCompression() != null) {
      parts.add("tiles " + hdu.tileCompression());
    }
    return String.join(", ", parts);
  }

  private static String sky(SkyReport sky) {
    WcsInfo info = sky.info();
    List<String> parts = new ArrayList<>();
    if (!info.system().isEmpty()) {
      parts.add("WCS " + info.system() + " " + info.projection());
    }
    if (info.radesys() != null) {
      parts.add(info.radesys());
    }
    if (info.equinox() != null) {
      parts.add("equinox " + info.equinox());
    }
    if (sky.ra() != null && sky.dec() != null) {
      parts.add(String.format(Locale.ROOT, "centre %.6f %+.6f", sky.ra(), sky.dec()));
    }
    if (!info.note().isEmpty()) {
      parts.add(info.note());
    }
    return String.join(", ", parts);
  }

  private static String rejected(Reject reject) {
    return "rejected: " + reject.code() + ": " + reject.reason();
  }

  private void detail(String text) {
    line("%s", INDENT + text);
  }

  /** Cards may hold anything, even what would steer a terminal. */
  private void line(String format, Object... values) {
    String text = String.format(Locale.ROOT, format, values).stripTrailing();
    StringBuilder safe = new StringBuilder(text.length());
    text.chars().map(c -> Character.isISOControl(c) ? '?' : c).forEach(c -> safe.append((char) c));
    out.println(safe);
  }
}
