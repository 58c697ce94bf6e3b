package org.kiramr.fits;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Reads the pixels of one image in chunks and converts each chunk while it is in the processor's
 * cache. nom-tam-fits would sum up and copy every byte on the way, which costs more than the
 * conversion.
 *
 * <p>The pixel array grows with the bytes that arrive, unless the caller knows that they are all
 * there: a header's claim alone never allocates more than {@link #FIRST_PIXELS} pixels.
 */
abstract class PixelDecoder {
  static final int FIRST_PIXELS = 1 << 22;
  static final int CHUNK = 1 << 14;

  private static final int GROWTH = 4;

  private final int valueBytes;
  private final byte[] chunk;
  final Scaling scaling;
  final MaskBuilder mask = new MaskBuilder();

  PixelDecoder(int bitpix, Scaling scaling) {
    this.valueBytes = Math.abs(bitpix) / 8;
    this.chunk = new byte[CHUNK * valueBytes];
    this.scaling = scaling;
  }

  static PixelDecoder of(int bitpix, Scaling scaling) {
    return Math.abs(bitpix) == 64
        ? new DoublePixelDecoder(bitpix, scaling)
        : new FloatPixelDecoder(bitpix, scaling);
  }

  /** Bytes of heap that a pixel of this BITPIX takes, mask included. */
  static int heapBytesPerPixel(int bitpix) {
    return 1 + (Math.abs(bitpix) == 64 ? Double.BYTES : Float.BYTES);
  }

  /**
   * Reads {@code pixels} pixels. An array that grows does so in steps that end at the full length,
   * fourfold each, so that at most a quarter more memory is taken while the last one is made.
   *
   * @param allThere whether the file is known to hold them all
   * @throws EOFException if the input ends before
   */
  final Pixels read(InputStream in, int pixels, boolean allThere) throws IOException {
    int capacity = pixels;
    while (!allThere && capacity > FIRST_PIXELS) {
      capacity = capacity / GROWTH + 1;
    }
    resize(capacity);
    for (int at = 0; at < pixels; ) {
      if (at == capacity) {
        capacity = (int) Math.min(pixels, (long) GROWTH * capacity);
        resize(capacity);
      }
      int n = Math.min(CHUNK, capacity - at);
      int bytes = n * valueBytes;
      if (in.readNBytes(chunk, 0, bytes) != bytes) {
        throw new EOFException("the data end early");
      }
      // FITS is big-endian, and so is a new buffer
      convertChunk(ByteBuffer.wrap(chunk, 0, bytes), at, n);
      at += n;
    }
    return build();
  }

  /** Makes the pixel array this long, keeping what it has. */
  abstract void resize(int capacity);

  /** Scales and masks the next {@code n} values. */
  abstract void convertChunk(ByteBuffer values, int at, int n);

  abstract Pixels build();
}
