package org.kiramr.sep;

/** A detection kernel. SEP divides it by the sum of its absolute values. Immutable. */
public final class Kernel {
  /** SExtractor's default.conv, SEP's default: 1 2 1 / 2 4 2 / 1 2 1. */
  public static final Kernel DEFAULT = of(new float[] {1, 2, 1, 2, 4, 2, 1, 2, 1}, 3, 3);

  /** No filtering. */
  public static final Kernel NONE = new Kernel(null, 0, 0);

  private final float[] values;
  private final int width;
  private final int height;

  private Kernel(float[] values, int width, int height) {
    this.values = values;
    this.width = width;
    this.height = height;
  }

  /**
   * A kernel.
   *
   * @param values row-major weights, finite and not all 0
   * @throws IllegalArgumentException if width x height is not the number of values
   */
  public static Kernel of(float[] values, int width, int height) {
    Checks.pixels(values.length, width, height, "kernel");
    boolean some = false;
    for (float value : values) {
      Checks.argument(Float.isFinite(value), "kernel has a weight that is not finite: " + value);
      some |= value != 0;
    }
    Checks.argument(some, "kernel has no weight other than 0");
    return new Kernel(values.clone(), width, height);
  }

  /** The weights, row-major; empty for {@link #NONE}. */
  public float[] values() {
    return values == null ? new float[0] : values.clone();
  }

  /** Columns; 0 for {@link #NONE}. */
  public int width() {
    return width;
  }

  /** Rows; 0 for {@link #NONE}. */
  public int height() {
    return height;
  }

  /** The weights as SEP wants them: null for none. Not to be changed. */
  float[] valuesOrNull() {
    return values;
  }
}
