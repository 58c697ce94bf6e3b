package org.kiramr.bench.cloud;

import java.util.Locale;
import org.kiramr.bench.cli.UsageException;

/** Kira's data sets: SDSS frames of 2048x1489 pixels of 16 bits. */
enum Survey {
  SANITY(4),
  SMALL(2_310),
  MEDIUM(11_150),
  LARGE(176_938);

  /** A frame as stored: pixels and header, 2,120 blocks of 2,880 bytes. */
  static final double FRAME_BYTES = 6_105_600;

  private final int frames;

  Survey(int frames) {
    this.frames = frames;
  }

  int frames() {
    return frames;
  }

  /** The data set of a name. */
  static Survey named(String name) {
    try {
      return valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UsageException("no such data set: " + name + " (sanity, small, medium, large)");
    }
  }
}
