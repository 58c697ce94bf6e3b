package org.kiramr.sep;

import java.nio.ByteOrder;

/** Checks of arguments, with messages that name them. */
final class Checks {
  private Checks() {}

  /** Throws unless the condition holds. */
  static void argument(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Throws unless the value is 1 or more. */
  static void positive(int value, String name) {
    argument(value > 0, name + " must be positive: " + value);
  }

  /** Throws unless the array has the length of a width x height image. */
  static void pixels(int length, int width, int height, String name) {
    positive(width, "width");
    positive(height, "height");
    argument(
        (long) width * height == length,
        name + " has " + length + " values for an image of " + width + " x " + height + " pixels");
  }

  /** Throws unless a C library can work on a buffer as it is. */
  static void direct(boolean isDirect, ByteOrder order, String name) {
    argument(
        isDirect && order == ByteOrder.nativeOrder(),
        name + " must be a direct buffer in native byte order");
  }

  /** Throws unless there is a value for each source. */
  static void sources(int length, int sources, String name) {
    argument(length == sources, name + " has " + length + " values for " + sources + " sources");
  }
}
