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
 * <p>The memory for the pixels grows with the bytes that arrive, unless the caller knows that they
 * are all there: a header's claim alone never takes more than {@link #FIRST_PIXELS} pixels.
 */
abstract class PixelDecoder {
  static final int FIRST_PIXELS = 1 << 22;

  /**
   * Pixels a read. Half of that made twice as many calls through all the layers of Hadoop's
   * streams, which C2 then took half a second to compile into one.
   */
  static final int CHUNK = 1 << 15;

  private static final int GROWTH = 8;

  private final int valueBytes;
  private final byte[] chunk;
  private final PixelBuffer pixels;
  final Scaling scaling;

  PixelDecoder(int bitpix, Scaling scaling, PixelBuffer pixels) {
    this.valueBytes = Math.abs(bitpix) / 8;
    this.chunk = new byte[CHUNK * valueBytes];
    this.scaling = scaling;
    this.pixels = pixels;
  }

  static PixelDecoder of(int bitpix, boolean exactIntegers, Scaling scaling, FrameMemory memory) {
    if (isDouble(bitpix, exactIntegers)) {
      return new DoublePixelDecoder(bitpix, scaling, new PixelBuffer(memory, true, true));
    }
    boolean canMask = scaling.canMaskFloats(bitpix);
    return new FloatPixelDecoder(bitpix, scaling, new PixelBuffer(memory, false, canMask));
  }

  /**
   * Whether the pixels of this BITPIX are double.
   *
   * @param exactIntegers whether a float's 24 bits are too few for integers
   */
  static boolean isDouble(int bitpix, boolean exactIntegers) {
    return Math.abs(bitpix) == 64 || (bitpix == 32 && exactIntegers);
  }

  /** Pixels that one buffer of Java can hold. */
  static long mostPixels(boolean isDouble) {
    return Integer.MAX_VALUE / PixelBuffer.bytesPerPixel(isDouble);
  }

  /**
   * Bytes of memory that an image takes, mask included.
   *
   * @param allThere as for {@link #read}: memory that grows is there twice for a moment, first the
   *     pixels', then the mask's
   */
  static double bytesNeeded(long pixels, boolean isDouble, boolean allThere) {
    double bytes = (double) pixels * (1 + PixelBuffer.bytesPerPixel(isDouble));
    return allThere ? bytes : bytes + (double) pixels / GROWTH;
  }

  /**
   * Reads {@code count} pixels. Memory that grows does so in steps that end at the full length,
   * eightfold each, so that little more than the full length is taken while the last one is made.
   *
   * @param allThere whether the file is known to hold them all
   * @throws EOFException if the input ends before
   */
  final Pixels read(InputStream in, int count, boolean allThere) throws IOException {
    boolean done = false;
    try {
      fill(in, count, allThere);
      done = true;
      return pixels.build();
    } finally {
      if (!done) {
        pixels.discard();
      }
    }
  }

  private void fill(InputStream in, int count, boolean allThere) throws IOException {
    int capacity = count;
    while (!allThere && capacity > FIRST_PIXELS) {
      capacity = capacity / GROWTH + 1;
    }
    pixels.grow(capacity);
    for (int at = 0; at < count; ) {
      if (at == capacity) {
        capacity = (int) Math.min(count, (long) GROWTH * capacity);
        pixels.grow(capacity);
      }
      int n = Math.min(CHUNK, capacity - at);
      int bytes = n * valueBytes;
      if (in.readNBytes(chunk, 0, bytes) != bytes) {
        throw new EOFException("the data end early");
      }
      // FITS is big-endian, and so is a new buffer
      convert(ByteBuffer.wrap(chunk, 0, bytes), at, n, pixels);
      at += n;
    }
  }

  /** Scales the next {@code n} values. */
  abstract void convert(ByteBuffer values, int at, int n, PixelSink sink);
}
