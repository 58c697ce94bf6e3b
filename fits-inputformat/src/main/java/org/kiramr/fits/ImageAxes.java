package org.kiramr.fits;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The axes of an image of two axes and more, seen as planes of two axes.
 *
 * <p>Axes beyond the second whose length is 1 are degenerate and drop out: 100 x 100 x 1 x 1 is an
 * image of 100 x 100, and no cube. The first two axes stay whatever their length is, since dropping
 * one would turn another axis into rows: 1 x 100 x 100 is a cube of 100 planes, each one pixel
 * wide.
 *
 * <p>Immutable.
 */
final class ImageAxes {
  private final long[] axes;

  /**
   * @param axes NAXISn (of a tile-compressed image ZNAXISn), two at least, none of them zero, with
   *     a product that a long can hold
   */
  ImageAxes(long... axes) {
    if (axes.length < 2) {
      throw new IllegalArgumentException("an image has two axes at least: " + size(axes));
    }
    this.axes = axes.clone();
  }

  /** NAXIS. */
  int count() {
    return axes.length;
  }

  /** NAXISn, n counted from 1. */
  long length(int n) {
    return axes[n - 1];
  }

  /** Pixels in a row. */
  long width() {
    return axes[0];
  }

  /** Rows of a plane. */
  long height() {
    return axes[1];
  }

  /** Pixels of a plane. */
  long planePixels() {
    return axes[0] * axes[1];
  }

  /** Number of planes; 1 for what is no cube. */
  long planes() {
    return Arrays.stream(axes, 2, axes.length).reduce(1, (a, b) -> a * b);
  }

  boolean isCube() {
    return planes() > 1;
  }

  /**
   * A plane as a section of the image, the way CFITSIO writes it in a file's name: {@code
   * [*,*,3:3]}. Each number has as many digits as the length of its axis, so that sections sort as
   * numbers do.
   *
   * @param plane counted from 1, the third axis fastest
   */
  String section(long plane) {
    StringBuilder section = new StringBuilder("[*,*");
    long left = plane - 1;
    for (int i = 2; i < axes.length; i++) {
      String digits = Long.toString(left % axes[i] + 1);
      String padded = "0".repeat(Long.toString(axes[i]).length() - digits.length()) + digits;
      section.append(',').append(padded).append(':').append(padded);
      left /= axes[i];
    }
    return section.append(']').toString();
  }

  /** The lengths as people write them: 2048 x 1489. */
  @Override
  public String toString() {
    return size(axes);
  }

  static String size(long[] axes) {
    return Arrays.stream(axes).mapToObj(Long::toString).collect(Collectors.joining(" x "));
  }
}
