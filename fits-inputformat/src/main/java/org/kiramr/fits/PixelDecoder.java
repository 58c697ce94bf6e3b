package org.kiramr.fits;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Reads the pixels of one image in pieces and converts each piece while it is in the processor's
 * cache. nom-tam-fits would sum up and copy every byte on the way, which costs more than the
 * conversion.
 *
 * <p>The memory for the pixels grows with the bytes that arrive, unless the caller knows that they
 * are all there: a header's claim alone never takes more than {@link #FIRST_PIXELS} pixels.
 */
abstract class PixelDecoder {
  static final int FIRST_PIXELS = 1 << 22;

  /** Pixels converted at once, which the processor's cache holds before and after. */
  static final int CHUNK = 1 << 14;

  /**
   * Bytes read at once. Hadoop checks sums in layers of streams; with an eighth of that they are
   * called so often that C2 takes half a second to compile them all into one.
   */
  private static final int READ_BYTES = 1 << 18;

  private static final int GROWTH = 8;

  private final int valueBytes;
  private final PixelBuffer pixels;
  final Scaling scaling;

  PixelDecoder(int bitpix, Scaling scaling, PixelBuffer pixels) {
    this.valueBytes = Math.abs(bitpix) / 8;
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
    int most = Math.min(count, READ_BYTES / valueBytes);
    byte[] read = new byte[most * valueBytes];
    for (int at = 0; at < count; ) {
      if (at == capacity) {
        capacity = (int) Math.min(count, (long) GROWTH * capacity);
        pixels.grow(capacity);
      }
      int n = Math.min(most, capacity - at);
      int bytes = n * valueBytes;
      if (in.readNBytes(read, 0, bytes) != bytes) {
        throw new EOFException("the data end early");
      }
      convertRead(read, at, n);
      at += n;
    }
  }

  private void convertRead(byte[] read, int at, int count) {
    for (int from = 0; from < count; from += CHUNK) {
      int n = Math.min(CHUNK, count - from);
      // FITS is big-endian, and so is a new buffer
      ByteBuffer values = ByteBuffer.wrap(read, from * valueBytes, n * valueBytes).slice();
      convert(values, at + from, n, pixels);
    }
  }

  /** Scales the next {@code n} values. */
  abstract void convert(ByteBuffer values, int at, int n, PixelSink sink);
}
