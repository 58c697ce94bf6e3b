package org.kiramr.jobs.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.kiramr.fits.CompanionSource;
import org.kiramr.sep.Kernel;

/** How the settings of {@code extract} that are not plain numbers read their text. */
final class SettingTexts {
  private static final Pattern SLASH = Pattern.compile("/");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final int MOST_APERTURES = 100;

  private SettingTexts() {}

  /** Formats that exist; those that are planned get a word of their own. */
  static String format(String text) {
    return switch (text) {
      case "ecsv" -> text;
      case "fits", "parquet" ->
          throw new IllegalArgumentException("not available in this version; use ecsv");
      default -> throw new IllegalArgumentException("no such format; use ecsv");
    };
  }

  /** Radii parted by commas, pixels. */
  static List<Double> radii(String text) {
    List<Double> radii = COMMA.splitAsStream(text).map(Double::valueOf).toList();
    if (radii.isEmpty() || radii.size() > MOST_APERTURES) {
      throw new IllegalArgumentException("must be 1 to " + MOST_APERTURES + " radii");
    }
    if (!radii.stream().allMatch(radius -> radius > 0 && radius <= 10_000)) {
      throw new IllegalArgumentException("radii must be above 0 and up to 10000");
    }
    return radii;
  }

  /** Rows of weights parted by slashes, or {@code none}. */
  static Kernel kernel(String text) {
    if (text.trim().equals("none")) {
      return Kernel.NONE;
    }
    List<float[]> rows = SLASH.splitAsStream(text).map(SettingTexts::weights).toList();
    int width = rows.get(0).length;
    float[] values = new float[rows.size() * width];
    for (int y = 0; y < rows.size(); y++) {
      if (rows.get(y).length != width) {
        throw new IllegalArgumentException("rows must be of the same length");
      }
      System.arraycopy(rows.get(y), 0, values, y * width, width);
    }
    return Kernel.of(values, width, rows.size());
  }

  /** The text itself, if it is {@code auto} or a whole number from 1 to {@code max}. */
  static String numberOrAuto(String text, int max) {
    if (!text.equals("auto")) {
      int number = Integer.parseInt(text);
      if (number < 1 || number > max) {
        throw new IllegalArgumentException("must be auto or from 1 to " + max);
      }
    }
    return text;
  }

  /** The text itself, if it says where companions of frames are. */
  static String companion(String text) {
    return CompanionSource.of(text).toString();
  }

  /** The text itself, if it is {@code any} or a number with bits in it. */
  static String maskBits(String text) {
    if (!text.equals("any") && Long.decode(text) < 1) {
      throw new IllegalArgumentException("must be any, or a number above 0 such as 0x20");
    }
    return text;
  }

  /** The text itself, if it is a kind of noise map. */
  static String noiseKind(String text) {
    return switch (text) {
      case "stddev", "variance", "weight" -> text;
      default -> throw new IllegalArgumentException("must be stddev, variance or weight");
    };
  }

  private static float[] weights(String row) {
    List<Float> words = BLANKS.splitAsStream(row.trim()).map(Float::valueOf).toList();
    float[] weights = new float[words.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = words.get(i);
    }
    return weights;
  }
}
