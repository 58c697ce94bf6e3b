package org.kiramr.catalog;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * Floating-point numbers as text: the shortest digits that read back as the same number, laid out
 * as {@link Double#toString(double)} does since JDK 19. Older JDKs print too many digits, so the
 * digits are Jackson's. Not-a-number and the infinities are {@code nan}, {@code inf} and {@code
 * -inf}, as ECSV's readers expect.
 */
final class Numbers {
  private Numbers() {}

  static String text(double value) {
    return Double.isFinite(value) ? NumberOutput.toString(value, true) : nonFinite(value);
  }

  static String text(float value) {
    return Float.isFinite(value) ? NumberOutput.toString(value, true) : nonFinite(value);
  }

  private static String nonFinite(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    return value > 0 ? "inf" : "-inf";
  }
}
