package org.kiramr.fits;

import java.io.EOFException;
import java.io.IOException;

/**
 * The heap of a table of tiles, read once from its first byte on. Only one tile is in memory at a
 * time, and memory for a long one is taken as its bytes arrive.
 */
final class TileHeap {
  private static final int TRUSTED_BYTES = 1 << 20;

  private final HduData hdu;
  private byte[] buffer = {};
  private TileData current;
  private long position;

  /**
   * A heap.
   *
   * @param hdu data of the table, whose rows have been read when the first tile is asked for
   * @param gap bytes between the last row and the heap
   */
  TileHeap(HduData hdu, long gap) {
    this.hdu = hdu;
    this.position = -gap;
  }

  /**
   * The bytes of a tile, from the array's first on; valid until the next call.
   *
   * @throws EOFException if the input ends before
   * @throws Rejection if a tile lies in bytes that have been passed: tiles are asked for in the
   *     order of their bytes, so two of them overlap
   */
  byte[] read(TileData data) throws IOException, Rejection {
    if (current != null && data.start() == current.start() && data.length() == current.length()) {
      return buffer;
    }
    if (data.start() < position) {
      throw new Rejection(
          RejectCode.CORRUPT_COMPRESSION, "its bytes in the heap are those of another tile, too");
    }
    hdu.skip(data.start() - position);
    int length = data.length();
    if (length <= Math.max(buffer.length, TRUSTED_BYTES)) {
      buffer = buffer.length < length ? new byte[length] : buffer;
      if (hdu.in().readNBytes(buffer, 0, length) < length) {
        throw new EOFException("the heap ends early");
      }
    } else {
      buffer = hdu.in().readNBytes(length);
      if (buffer.length < length) {
        throw new EOFException("the heap ends early");
      }
    }
    current = data;
    position = data.end();
    return buffer;
  }
}
