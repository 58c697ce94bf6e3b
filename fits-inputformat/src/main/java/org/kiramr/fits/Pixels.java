package org.kiramr.fits;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** Pixels and their mask in lent memory. Not thread-safe. */
final class Pixels implements AutoCloseable {
  private final FrameMemory memory;
  private boolean isDouble;
  private int maskedCount;
  private ByteBuffer pixels;
  private ByteBuffer mask;
  private final long bytes;

  /**
   * Pixels in memory of {@code memory}.
   *
   * @param mask null if no pixel is masked
   */
  Pixels(
      FrameMemory memory, ByteBuffer pixels, boolean isDouble, ByteBuffer mask, int maskedCount) {
    this.memory = memory;
    this.pixels = pixels;
    this.bytes = pixels == null ? 0 : pixels.limit();
    this.isDouble = isDouble;
    this.mask = mask;
    this.maskedCount = maskedCount;
  }

  /** A copy of an array; what is not finite becomes NaN and masked. */
  static Pixels of(float[] values) {
    PixelBuffer buffer = new PixelBuffer(new FrameMemory(), false, true);
    buffer.grow(values.length);
    buffer.put(0, values.clone(), 0, values.length);
    return buffer.build();
  }

  /** A copy of an array; what is not finite becomes NaN and masked. */
  static Pixels of(double[] values) {
    PixelBuffer buffer = new PixelBuffer(new FrameMemory(), true, true);
    buffer.grow(values.length);
    buffer.put(0, values.clone(), 0, values.length);
    return buffer.build();
  }

  boolean isDouble() {
    return isDouble;
  }

  /** The pixels; null if they are doubles. */
  FloatBuffer floats() {
    ensureOpen();
    return isDouble ? null : pixels.asFloatBuffer();
  }

  /** The pixels; null if they are floats. */
  DoubleBuffer doubles() {
    ensureOpen();
    return isDouble ? pixels.asDoubleBuffer() : null;
  }

  ByteBuffer mask() {
    ensureOpen();
    return mask == null ? null : mask.duplicate();
  }

  int maskedCount() {
    return maskedCount;
  }

  int length() {
    ensureOpen();
    return pixels.limit() / PixelBuffer.bytesPerPixel(isDouble);
  }

  /**
   * Makes room for floats in the place of doubles; the values are up to the caller, who reads the
   * doubles from a view made before.
   */
  FloatBuffer narrow() {
    if (isDouble) {
      pixels.limit(length() * Float.BYTES);
      isDouble = false;
    }
    return floats();
  }

  /** Bytes that pixels and mask take, a mask or not. */
  long memoryBytes() {
    ensureOpen();
    return bytes + length();
  }

  /** Masks one more pixel. */
  void mask(int pixel) {
    if (mask == null) {
      mask = PixelBuffer.cleared(memory, length());
    }
    if (mask.get(pixel) == 0) {
      mask.put(pixel, PixelBuffer.MASKED);
      maskedCount++;
      if (isDouble) {
        pixels.putDouble(pixel * Double.BYTES, Double.NaN);
      } else {
        pixels.putFloat(pixel * Float.BYTES, Float.NaN);
      }
    }
  }

  /**
   * Checks that there is a pixel to work on.
   *
   * @throws Rejection if not
   */
  void requireUnmasked() throws Rejection {
    if (maskedCount == length()) {
      throw new Rejection(
          RejectCode.ALL_MASKED,
          "all " + length() + " pixels are undefined (BLANK, NaN, infinite) or masked");
    }
  }

  private void ensureOpen() {
    if (pixels == null) {
      throw new IllegalStateException("the frame is closed");
    }
  }

  /** Gives the memory back. Closing twice does nothing. */
  @Override
  public void close() {
    if (pixels != null) {
      memory.takeBack(pixels);
      pixels = null;
    }
    if (mask != null) {
      memory.takeBack(mask);
      mask = null;
    }
  }
}
