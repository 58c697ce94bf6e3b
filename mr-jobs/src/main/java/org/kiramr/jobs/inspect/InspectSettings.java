package org.kiramr.jobs.inspect;

import java.util.List;
import java.util.stream.Stream;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.extract.ReaderSettings;

/** Every setting of {@code inspect}; those that change what is read are {@code extract}'s. */
final class InspectSettings {
  static final String COMMAND = "inspect";

  /** What is read and how, by the options of {@code extract}. */
  static final ReaderSettings READER = ReaderSettings.of(COMMAND);

  /** Whether the report is JSON lines; default false, a table. */
  static final Setting<Boolean> JSON =
      Setting.ofFlag(
          "kira.inspect.json",
          "json",
          "JSON lines: an object a file, each on a line; every key is always there, numbers are exact");

  /** Whether figures and a digest of the pixels are told; default false. */
  static final Setting<Boolean> PIXELS =
      Setting.ofFlag(
          "kira.inspect.pixels",
          "pixels",
          "count, NaN (masked), min, max, mean, sum and digest of each frame's pixels: SHA-256 of the scaled pixels as"
              + " big-endian float32, float64 for BITPIX 64 and -64, undefined ones NaN; with astropy's data in a:"
              + " sha256(a.astype('>f4').tobytes())");

  private InspectSettings() {}

  /** All settings, in the order of the help text. */
  static List<Setting<?>> all() {
    return Stream.concat(Stream.of(JSON, PIXELS), READER.all().stream()).toList();
  }
}
