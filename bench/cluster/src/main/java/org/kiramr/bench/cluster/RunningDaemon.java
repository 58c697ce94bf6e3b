package org.kiramr.bench.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A daemon that was started here, its process and its log. */
record RunningDaemon(Daemon daemon, Process process, Path log) {
  private static final int LINES = 20;

  /** A line of a log can hold a whole class path. */
  private static final int WIDTH = 300;

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
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      return lines.stream()
          .skip(Math.max(0, lines.size() - LINES))
          .map(line -> line.substring(0, Math.min(WIDTH, line.length())))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
