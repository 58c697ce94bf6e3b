package org.kiramr.fits;

import java.io.IOException;
import nom.tam.util.FitsInputStream;

/** Passes over data nobody needs, but not over the endless zeros of a decompression bomb. */
final class DataSkipper {
  /** Decompressed bytes of one file that may be passed over. */
  static final long MAX_DECOMPRESSED = 1L << 34;

  private final FitsInputStream in;
  private final byte[] buffer = new byte[1 << 14];
  private long budget;

  DataSkipper(FitsInputStream in, boolean compressed) {
    this.in = in;
    this.budget = compressed ? MAX_DECOMPRESSED : Long.MAX_VALUE;
  }

  /**
   * Passes over {@code n} bytes.
   *
   * @return how many there were before the end of the file
   * @throws Rejection if they are too many to decompress for nothing
   */
  long skip(long n) throws IOException, Rejection {
    if (n > budget) {
      throw new Rejection(
          RejectCode.TOO_LARGE,
          "the header announces "
              + n
              + " bytes of data to pass over in a compressed file; the limit is "
              + MAX_DECOMPRESSED
              + ": decompress the file first");
    }
    return pass(n);
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
