package org.kiramr.fits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/**
 * Decodes GZIP_1 and GZIP_2: FITS Standard 4.0, section 10.4.2.
 *
 * <p>Stands in for nom-tam-fits's classes around the JDK's decoder: that of GZIP_1 loses bytes of
 * tiles of more than 64 KiB where the decoder hands over a part of a value, and that of GZIP_2
 * takes a tile that is too short for one that ends in zeros.
 */
final class GzipTile {
  private static final int BUFFER = 1 << 13;

  private GzipTile() {}

  /**
   * Decompresses the first {@code length} bytes.
   *
   * @return number of bytes that came out
   * @throws IOException if the stream is damaged, or has more bytes than fit into the target
   */
  static int inflate(byte[] bytes, int length, byte[] target) throws IOException {
    int buffer = Math.max(1, Math.min(length, BUFFER));
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(bytes, 0, length), buffer)) {
      int n = in.readNBytes(target, 0, target.length);
      // reading on to the end makes the decoder compare its checksum
      if (in.read() >= 0) {
        throw new IOException("it decompresses to more than " + n + " bytes");
      }
      return n;
    }
  }

  /** Puts the bytes of values together that GZIP_2 has sorted by their weight. */
  static void unshuffle(byte[] from, byte[] to, int values, int valueBytes) {
    for (int k = 0; k < valueBytes; k++) {
      int plane = k * values;
      for (int i = 0, at = k; i < values; i++, at += valueBytes) {
        to[at] = from[plane + i];
      }
    }
  }
}
