package org.kiramr.fits;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/**
 * The pixels of one image while they are read, and their mask, which takes no memory until there is
 * a masked pixel. Not thread-safe.
 */
final class PixelBuffer implements PixelSink {
  static final byte MASKED = 1;

  private final FrameMemory memory;
  private final boolean isDouble;
  private final boolean canMask;
  private ByteBuffer pixels;
  private FloatBuffer floats;
  private DoubleBuffer doubles;
  private ByteBuffer mask;
  private int capacity;
  private int maskedCount;

  /**
   * A buffer without pixels.
   *
   * @param canMask whether the values can be other than finite; if not, they are not looked at
   */
  PixelBuffer(FrameMemory memory, boolean isDouble, boolean canMask) {
    this.memory = memory;
    this.isDouble = isDouble;
    this.canMask = canMask;
  }

  /** Makes room for this many pixels, keeping what there is. */
  void grow(int newCapacity) {
    ByteBuffer larger = memory.lend(Math.multiplyExact(newCapacity, bytesPerPixel(isDouble)));
    if (pixels != null) {
      larger.put(0, pixels, 0, pixels.limit());
      memory.takeBack(pixels);
    }
    pixels = larger;
    floats = isDouble ? null : larger.asFloatBuffer();
    doubles = isDouble ? larger.asDoubleBuffer() : null;
    if (mask != null) {
      ByteBuffer old = mask;
      mask = cleared(memory, newCapacity);
      mask.put(0, old, 0, old.limit());
      memory.takeBack(old);
    }
    capacity = newCapacity;
  }

  static int bytesPerPixel(boolean isDouble) {
    return isDouble ? Double.BYTES : Float.BYTES;
  }

  @Override
  public void put(int at, float[] values, int from, int n) {
    if (canMask) {
      for (int i = 0; i < n; i++) {
        if (!Float.isFinite(values[from + i])) {
          values[from + i] = Float.NaN;
          mask(at + i);
        }
      }
    }
    floats.put(at, values, from, n);
  }

  @Override
  public void put(int at, double[] values, int from, int n) {
    if (canMask) {
      for (int i = 0; i < n; i++) {
        if (!Double.isFinite(values[from + i])) {
          values[from + i] = Double.NaN;
          mask(at + i);
        }
      }
    }
    doubles.put(at, values, from, n);
  }

  private void mask(int pixel) {
    if (mask == null) {
      mask = cleared(memory, capacity);
    }
    mask.put(pixel, MASKED);
    maskedCount++;
  }

  /** Memory of zeros. */
  static ByteBuffer cleared(FrameMemory memory, int bytes) {
    ByteBuffer buffer = memory.lend(bytes);
    byte[] zeros = new byte[Math.min(bytes, PixelDecoder.CHUNK)];
    for (int at = 0; at < bytes; at += zeros.length) {
      buffer.put(at, zeros, 0, Math.min(zeros.length, bytes - at));
    }
    return buffer;
  }

  /** The pixels, which the buffer does not own any more. */
  Pixels build() {
    return new Pixels(memory, pixels, isDouble, mask, maskedCount);
  }

  /** Gives the memory back; for an image that could not be read. */
  void discard() {
    build().close();
  }
}
