package org.kiramr.bench.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The four data sets of Kira SE's publications (Zhang et al. 2015, 2016): so many SDSS frames of
 * 2048x1489 pixels.
 */
public enum DataSet {
  /** 24 MB. */
  SANITY(4),
  /** 12 GB. */
  SMALL(2_310),
  /** 65 GB. */
  MEDIUM(11_150),
  /** 1 TB. */
  LARGE(176_938);

  /** A frame as stored: pixels of 16 bits and the header, 2,120 blocks of 2,880 bytes. */
  public static final double FRAME_BYTES = 6_105_600;

  private final int frames;

  DataSet(int frames) {
    this.frames = frames;
  }

  /** The word on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Frames of the set at a scale.
   *
   * @param scale above 0, 1 for the whole set; at least one frame is left
   */
  public int frames(double scale) {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("a scale is above 0: " + scale);
    }
    return (int) Math.max(1, Math.round(frames * scale));
  }

  /** The set of that name, if there is one. */
  public static Optional<DataSet> of(String label) {
    return Arrays.stream(values()).filter(set -> set.label().equals(label)).findFirst();
  }

  /** All names, for a message. */
  public static String labels() {
    return Arrays.stream(values()).map(DataSet::label).collect(Collectors.joining(", "));
  }
}
