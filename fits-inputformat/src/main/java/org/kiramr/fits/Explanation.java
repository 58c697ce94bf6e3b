package org.kiramr.fits;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an exception met while reading a file means to the user. */
record Explanation(RejectCode code, String reason) {
  static final String MORE_MEMORY =
      "give the task more memory (on YARN mapreduce.map.memory.mb, elsewhere"
          + " -XX:MaxDirectMemorySize or -Xmx) and, where it is set, a larger"
          + " kira.fits.max-frame-bytes";

  private static final double MIB = 1 << 20;

  /** Longer messages would be cut anyway, and time and stack of a pattern grow with the text. */
  private static final int MAX_MESSAGE_CHARS = 1000;

  private static final Pattern CLASS_NAME =
      Pattern.compile(
          "(?:[\\w$]+\\.)*[\\w$]*(?:Exception|Error)(?::\\s+|$)"
              + "|\\s*\\((?:[\\w$]+\\.)*[\\w$]*(?:Exception|Error)\\)");

  /**
   * Tells a failing file system from a damaged stream from a header that no library digests.
   *
   * @param decoded null if the decompressor did not even start
   */
  static Explanation of(
      Throwable failure, RawInput raw, DecodedInput decoded, Compression compression) {
    if (raw.failure() != null) {
      return new Explanation(
          RejectCode.READ_ERROR,
          "the file could not be read beyond byte " + raw.bytes() + ": " + words(raw.failure()));
    }
    IOException damage = decoded == null ? null : decoded.failure();
    if (damage == null && decoded == null) {
      damage =
          failure instanceof IOException e ? e : new IOException(failure.getMessage(), failure);
    }
    if (damage != null) {
      return ofDamage(damage, raw, compression);
    }
    return new Explanation(
        RejectCode.BAD_HEADER, "the HDU could not be understood: " + words(failure));
  }

  private static Explanation ofDamage(IOException damage, RawInput raw, Compression compression) {
    if (compression.isTruncation(damage, raw)) {
      return new Explanation(
          RejectCode.TRUNCATED,
          "the file was cut: its " + compression + " stream ends early, at byte " + raw.bytes());
    }
    return new Explanation(
        RejectCode.CORRUPT_COMPRESSION,
        "the " + compression + " stream is damaged: " + words(damage));
  }

  /** What the exception says, without the names of classes and the stack of another machine. */
  static String words(Throwable failure) {
    String message = failure.getMessage();
    String text = message == null ? "" : message;
    text = text.substring(0, Math.min(text.length(), MAX_MESSAGE_CHARS)).split("\\R\\s+at ", 2)[0];
    text = CLASS_NAME.matcher(text).replaceAll("").strip();
    return text.isEmpty() ? "no further details" : text;
  }

  static String mebibytes(double bytes) {
    return String.format(Locale.ROOT, "%.1f MiB", bytes / MIB);
  }
}
