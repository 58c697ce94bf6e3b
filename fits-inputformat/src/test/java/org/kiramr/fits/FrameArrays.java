package org.kiramr.fits;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** Copies of a frame's pixels and mask as arrays, for assertions. */
public final class FrameArrays {
  private FrameArrays() {}

  /** The pixels, or null if they are doubles. */
  public static float[] floats(Frame frame) {
    FloatBuffer pixels = frame.floatPixels();
    if (pixels == null) {
      return null;
    }
    float[] copy = new float[pixels.remaining()];
    pixels.get(copy);
    return copy;
  }

  /** The pixels, or null if they are floats. */
  public static double[] doubles(Frame frame) {
    DoubleBuffer pixels = frame.doublePixels();
    if (pixels == null) {
      return null;
    }
    double[] copy = new double[pixels.remaining()];
    pixels.get(copy);
    return copy;
  }

  /** The mask, or null if there is none. */
  public static byte[] mask(Frame frame) {
    ByteBuffer mask = frame.mask();
    if (mask == null) {
      return null;
    }
    byte[] copy = new byte[mask.remaining()];
    mask.get(copy);
    return copy;
  }
}
