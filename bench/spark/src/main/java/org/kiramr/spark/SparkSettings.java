package org.kiramr.spark;

import java.util.List;
import java.util.regex.Pattern;
import org.kiramr.jobs.cli.Setting;

/** Settings of {@code extract} that only Spark has. */
final class SparkSettings {
  /** Reads with our input format, many files a partition, the next frame while one is worked on. */
  static final String INPUT_FORMAT = "inputformat";

  /** Reads as Kira does, with {@code SparkContext.binaryFiles}. */
  static final String BINARY_FILES = "binaryfiles";

  /** How files are read: {@code inputformat} (default) or {@code binaryfiles}. */
  static final Setting<String> MODE =
      Setting.of(
          "kira.spark.mode",
          "mode",
          "NAME",
          INPUT_FORMAT,
          "how files are read: inputformat, or binaryfiles as Kira does",
          SparkSettings::mode);

  /**
   * Spark's master: {@code local[N]}, {@code local[*]} or {@code yarn}; default what {@code
   * spark-submit} was told, else {@code local[*]}.
   */
  static final Setting<String> MASTER =
      Setting.<String>of(
          "kira.spark.master",
          "master",
          "URL",
          null,
          "where Spark runs: local[N], local[*] (the default) or yarn",
          SparkSettings::master);

  private static final Pattern MASTERS = Pattern.compile("yarn|local(\\[([1-9]\\d{0,4}|\\*)])?");

  private SparkSettings() {}

  static List<Setting<?>> all() {
    return List.of(MODE, MASTER);
  }

  private static String mode(String text) {
    return switch (text) {
      case INPUT_FORMAT, BINARY_FILES -> text;
      default ->
          throw new IllegalArgumentException("must be " + INPUT_FORMAT + " or " + BINARY_FILES);
    };
  }

  /** The text itself, if it is a master that jobs of ours run on. */
  static String master(String text) {
    if (!MASTERS.matcher(text).matches()) {
      throw new IllegalArgumentException("must be local[N], local[*] or yarn");
    }
    return text;
  }
}
