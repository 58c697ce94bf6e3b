package org.kiramr.fits;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import nom.tam.fits.compression.algorithm.plio.PLIOCompress;

/**
 * Decodes PLIO_1, FITS Standard 4.0, section 10.4.3, with nom-tam-fits; but into integers, since
 * its own classes cut the values, which have up to 24 bits, to 16. Not thread-safe.
 */
final class PlioTile extends PLIOCompress {
  private int[] target = {};

  /**
   * Decodes the first {@code length} bytes.
   *
   * @throws RuntimeException of some kind if they are not {@code n} pixels
   */
  void decode(byte[] bytes, int length, int[] values, int n) {
    ShortBuffer words = ByteBuffer.wrap(bytes, 0, length).asShortBuffer();
    target = values;
    decompress(words, n);
  }

  @Override
  protected void put(int index, int pixel) {
    target[index] = pixel;
  }

  @Override
  protected int nextPixel() {
    throw new IllegalStateException("asked for by a compressor only");
  }
}
