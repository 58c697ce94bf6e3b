package org.kiramr.sep.jna;

import com.sun.jna.Memory;

/** A native copy of a byte mask that SEP draws ellipses into. Not thread-safe. */
public final class NativeMask implements AutoCloseable {
  private final Memory memory;
  private final int width;
  private final int height;

  /** Copies the mask; width x height is its length, and positive. */
  public NativeMask(byte[] mask, int width, int height) {
    this.memory = new Memory(mask.length);
    this.width = width;
    this.height = height;
    memory.write(0, mask, 0, mask.length);
  }

  public void setEllipse(
      double x, double y, double cxx, double cyy, double cxy, double r, byte value) {
    SepFunctions.sep_set_ellipse(memory, width, height, x, y, cxx, cyy, cxy, r, value);
  }

  public void copyTo(byte[] mask) {
    memory.read(0, mask, 0, mask.length);
  }

  @Override
  public void close() {
    memory.close();
  }
}
