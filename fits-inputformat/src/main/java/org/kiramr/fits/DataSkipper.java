package org.kiramr.fits;

import java.io.IOException;
import java.io.InputStream;

/** Passes over data nobody needs, but not over the endless zeros of a decompression bomb. */
final class DataSkipper {
  /** Decompressed bytes of one file that may be passed over. */
  static final long MAX_DECOMPRESSED = 1L << 32;

  /** Decompressed bytes of one file that may be passed over however small the file is. */
  static final long MAX_SUSPICIOUS = 1L << 26;

  /**
   * A file that shrank more than this is suspicious: images shrink some tenfold at most, zeros
   * 1030-fold in gzip and without limit in bzip2.
   */
  static final int SUSPICIOUS_RATIO = 100;

  private final InputStream in;
  private final RawInput raw;
  private final boolean compressed;
  private final byte[] buffer = new byte[1 << 14];
  private long passed;

  /**
   * A skipper in a file.
   *
   * @param in the file after decompression
   * @param raw the file as it is
   */
  DataSkipper(InputStream in, RawInput raw, boolean compressed) {
    this.in = in;
    this.raw = raw;
    this.compressed = compressed;
  }

  /**
   * Counts bytes that somebody else has read and that hold no frame either.
   *
   * @throws Rejection if this makes more of them than may be passed over
   */
  void count(long bytes) throws Rejection {
    passed += bytes;
    if (budget() == 0) {
      throw tooMuch();
    }
  }

  /**
   * How many bytes may still be passed over, as far as is known before more of the file is read.
   */
  private long budget() {
    if (!compressed) {
      return Long.MAX_VALUE;
    }
    long earned = Math.max(MAX_SUSPICIOUS, SUSPICIOUS_RATIO * raw.bytes());
    return Math.max(0, Math.min(MAX_DECOMPRESSED, earned) - passed);
  }

  /**
   * Passes over {@code n} bytes.
   *
   * @return how many there were before the end of the file
   * @throws Rejection if there are more of them than may be passed over
   */
  long skip(long n) throws IOException, Rejection {
    long done = pass(n);
    if (done < n && budget() == 0) {
      throw tooMuch();
    }
    return done;
  }

  private Rejection tooMuch() {
    return new Rejection(
        RejectCode.TOO_LARGE,
        Explanation.mebibytes((double) passed)
            + " of this compressed file hold no frame: decompress it first");
  }

  /** Reads on to the end, so that a compressed stream checks itself, but not beyond the limit. */
  void drain() throws IOException {
    pass(Long.MAX_VALUE);
  }

  private long pass(long n) throws IOException {
    long done = 0;
    while (done < n) {
      int got = in.read(buffer, 0, (int) Math.min(buffer.length, Math.min(n - done, budget())));
      if (got <= 0) {
        break;
      }
      done += got;
      passed += got;
    }
    return done;
  }
}
