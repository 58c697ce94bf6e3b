package org.kiramr.fits;

import java.io.IOException;
import java.nio.ByteBuffer;
import nom.tam.fits.compression.algorithm.hcompress.HDecompress;

/**
 * Decodes HCOMPRESS_1, FITS Standard 4.0, section 10.4.4, with nom-tam-fits. Not thread-safe.
 *
 * <p>nom-tam-fits takes the size of the tile and the number of bit planes from the tile's own first
 * bytes without a check, and memory and time with them: they are checked here.
 */
final class HcompressTile {
  private static final int SIZE_AT = 2;
  private static final int PLANES_AT = 22;
  private static final int PLANES = 3;

  private final HDecompress decompress = new HDecompress();
  private final boolean smooth;
  private final long[] longs;

  /**
   * A decoder.
   *
   * @param smooth SMOOTH: whether to smooth the image after a lossy compression
   * @param capacity pixels of the largest tile
   */
  HcompressTile(boolean smooth, int capacity) {
    this.smooth = smooth;
    this.longs = new long[capacity];
  }

  /**
   * Decodes the first {@code length} bytes.
   *
   * @throws IOException if they say that they are not {@code n} pixels; runtime exceptions of
   *     nom-tam-fits mean the same
   */
  void decode(byte[] bytes, int length, int[] values, int n) throws IOException {
    ByteBuffer data = ByteBuffer.wrap(bytes, 0, length);
    long height = data.getInt(SIZE_AT);
    long width = data.getInt(SIZE_AT + Integer.BYTES);
    if (height < 1 || width < 1 || height * width != n) {
      throw new IOException("it says that it has " + width + " x " + height + " pixels");
    }
    for (int i = PLANES_AT; i < PLANES_AT + PLANES; i++) {
      if (data.get(i) < 0 || data.get(i) >= Long.SIZE) {
        throw new IOException("it says that its pixels have " + data.get(i) + " bits");
      }
    }
    decompress.decompress(data, smooth, longs);
    for (int i = 0; i < n; i++) {
      values[i] = (int) longs[i];
    }
  }
}
