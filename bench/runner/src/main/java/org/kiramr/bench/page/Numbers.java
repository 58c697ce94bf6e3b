package org.kiramr.bench.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.kiramr.bench.stat.Interval;

/** Numbers as a report writes them, whatever the reader's locale. */
public final class Numbers {
  private static final double HOUR = 3600;
  private static final double MINUTE = 60;
  private static final double GIB = 1L << 30;
  private static final double MIB = 1L << 20;

  private Numbers() {}

  /** Seconds with the digits that matter. */
  public static String seconds(double value) {
    return Double.isNaN(value) ? "–" : format(Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
  }

  /** Seconds as milliseconds. */
  public static String millis(double seconds) {
    return Double.isNaN(seconds) ? "–" : format("%.1f", seconds * 1e3);
  }

  /** A factor. */
  public static String ratio(double value) {
    return Double.isNaN(value) ? "–" : format("%.2f", value);
  }

  /** A factor with its interval. */
  public static String ratio(Interval interval) {
    return ratio(interval.value()) + bounds(interval, "%.2f");
  }

  /** Seconds with their interval. */
  public static String seconds(Interval interval) {
    return seconds(interval.value()) + bounds(interval, "%.2f");
  }

  /** Seconds as milliseconds, with their interval. */
  public static String millis(Interval seconds) {
    return millis(seconds.value()) + bounds(seconds.times(1e3), "%.1f");
  }

  /** A part as a percentage. */
  public static String percent(double part) {
    return Double.isNaN(part) ? "–" : format("%.0f %%", part * 100);
  }

  /** A deviation as a percentage, with its sign. */
  public static String signedPercent(double part) {
    return Double.isNaN(part) ? "–" : format("%+.0f %%", part * 100);
  }

  /** Bytes in MiB or GiB. */
  public static String bytes(double bytes) {
    return bytes < GIB ? format("%.0f MiB", bytes / MIB) : format("%.2f GiB", bytes / GIB);
  }

  /** A long time in words: s, min or h. */
  public static String duration(double seconds) {
    if (seconds < 2 * MINUTE) {
      return seconds(seconds) + " s";
    }
    return seconds < 2 * HOUR
        ? format("%.1f min", seconds / MINUTE)
        : format("%.2f h", seconds / HOUR);
  }

  /** A number without digits that say nothing. */
  public static String plain(double value) {
    return new BigDecimal(value, new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  /** A number by a pattern of {@link String#format}. */
  public static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }

  private static String bounds(Interval interval, String pattern) {
    return interval.bounded()
        ? " (" + format(pattern, interval.low()) + " to " + format(pattern, interval.high()) + ")"
        : "";
  }
}
