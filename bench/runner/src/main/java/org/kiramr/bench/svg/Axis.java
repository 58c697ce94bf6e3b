package org.kiramr.bench.svg;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** From numbers to places on a picture, straight or logarithmic, with round ticks. Immutable. */
final class Axis {
  private static final int ABOUT_TICKS = 6;

  private final boolean logarithmic;
  private final double low;
  private final double high;
  private final double from;
  private final double to;
  private final double step;

  private Axis(boolean logarithmic, double low, double high, double step, double from, double to) {
    this.logarithmic = logarithmic;
    this.low = low;
    this.high = high;
    this.step = step;
    this.from = from;
    this.to = to;
  }

  /** A straight axis from 0, or below if there are negative numbers, to a round number. */
  static Axis linear(double smallest, double largest, double from, double to) {
    double bottom = Math.min(0, smallest);
    double top = largest > bottom ? largest : bottom + 1;
    double step = roundStep((top - bottom) / ABOUT_TICKS);
    return new Axis(
        false, Math.floor(bottom / step) * step, Math.ceil(top / step) * step, step, from, to);
  }

  /** A logarithmic axis around positive numbers. */
  static Axis logarithmic(double smallest, double largest, double from, double to) {
    if (!(smallest > 0) || !(largest >= smallest)) {
      throw new IllegalArgumentException("no logarithmic axis: " + smallest + " to " + largest);
    }
    return new Axis(true, smallest / 1.15, largest * 1.15, Double.NaN, from, to);
  }

  /** The place of a number. */
  double at(double value) {
    double part =
        logarithmic
            ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
            : (value - low) / (high - low);
    return from + part * (to - from);
  }

  double high() {
    return high;
  }

  /** Where to write numbers. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    if (!logarithmic) {
      long first = Math.round(low / step);
      long last = Math.round(high / step);
      for (long i = first; i <= last; i++) {
        ticks.add(i * step);
      }
      return ticks;
    }
    int[] digits = high / low > 3000 ? new int[] {1} : new int[] {1, 2, 5};
    for (int power = (int) Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++) {
      for (int digit : digits) {
        double tick = digit * Math.pow(10, power);
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  /** A number as people write it. */
  static String label(double value) {
    return new BigDecimal(value, new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  private static double roundStep(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double digit : new double[] {1, 2, 5}) {
      if (rough <= digit * power * (1 + 1e-9)) {
        return digit * power;
      }
    }
    return 10 * power;
  }
}
