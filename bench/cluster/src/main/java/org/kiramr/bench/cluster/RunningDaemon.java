package org.kiramr.bench.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** A daemon that was started here, its process and its log. */
record RunningDaemon(Daemon daemon, Process process, Path log) {
  private static final int LINES = 20;

  /** Its exit code, if it is no longer there. */
  OptionalInt exitCode() {
    return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
  }

  /** The last lines of its log, under its name. */
  String tail() {
    return "--- " + daemon.name() + ": the last lines of its log\n" + tail(log);
  }

  private static String tail(Path log) {
    try {
      List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
