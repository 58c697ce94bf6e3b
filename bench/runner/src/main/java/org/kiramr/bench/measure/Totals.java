package org.kiramr.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A shell that waits for a command and then writes down what the kernel has added up for it: times
 * and bytes of all children that were waited for are handed up to the parent. It reads with the
 * shell's own means: a program started for that would be counted too.
 */
final class Totals {
  private static final String SCRIPT =
      """
      totals=$1
      shift
      "$@"
      status=$?
      read -r stat < "/proc/$$/stat"
      {
        printf '%s\\n' "$stat"
        while read -r line; do printf '%s\\n' "$line"; done < "/proc/$$/io"
      } > "$totals"
      exit "$status"
      """;

  private Totals() {}

  /** The command with the shell around it. */
  static List<String> wrap(List<String> command, Path totals) {
    List<String> start = List.of("/bin/sh", "-c", SCRIPT, "measured", totals.toString());
    return java.util.stream.Stream.concat(start.stream(), command.stream()).toList();
  }

  /** What was written down; nothing if the shell was killed. */
  static Optional<Usage> read(Path totals) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(totals);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    ProcessStat shell = ProcessStat.parse(lines.get(0));
    // the shell's own time is left out: it is the clock's, not the engine's
    Usage cpu = new Usage(shell.childTicks() / ProcFs.TICKS, 0, 0);
    return Optional.of(cpu.plus(ProcFs.parseIo(String.join("\n", lines.subList(1, lines.size())))));
  }
}
