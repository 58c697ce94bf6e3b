package org.kiramr.fits;

import java.io.IOException;
import java.io.InputStream;

/** Passes over data nobody needs, but not over the endless zeros of a decompression bomb. */
final class DataSkipper {
  /** Decompressed bytes of one file that may be passed over. */
  static final long MAX_DECOMPRESSED = 1L << 32;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 14];
  private long budget;

  DataSkipper(InputStream in, boolean compressed) {
    this.in = in;
    this.budget = compressed ? MAX_DECOMPRESSED : Long.MAX_VALUE;
  }

  /**
   * Passes over {@code n} bytes.
   *
   * @return how many there were before the end of the file
   * @throws Rejection if there are more of them than may be passed over
   */
  long skip(long n) throws IOException, Rejection {
    long most = Math.min(n, budget);
    long done = pass(most);
    if (done == most && most < n) {
      throw new Rejection(
          RejectCode.TOO_LARGE,
          "more than "
              + Explanation.mebibytes((double) MAX_DECOMPRESSED)
              + " of this compressed file hold no frame: decompress it first");
    }
    return done;
  }

  /** Reads on to the end, so that a compressed stream checks itself, but not beyond the limit. */
  void drain() throws IOException {
    pass(budget);
  }

  private long pass(long n) throws IOException {
    long done = 0;
    while (done < n) {
      int got = in.read(buffer, 0, (int) Math.min(buffer.length, n - done));
      if (got < 0) {
        break;
      }
      done += got;
    }
    budget -= done;
    return done;
  }
}
