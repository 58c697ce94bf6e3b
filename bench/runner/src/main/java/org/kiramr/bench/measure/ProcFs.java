package org.kiramr.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Linux's {@code /proc}. A process may end between two looks at it: then there is nothing to be
 * read of it, which is no error. Thread-safe.
 */
final class ProcFs {
  /**
   * Ticks a second of the times in {@code /proc}: USER_HZ, 100 on every Linux that Java runs on.
   */
  static final double TICKS = 100;

  private static final Path ROOT = Path.of("/proc");
  private static final String RESIDENT = "VmRSS:";

  private ProcFs() {}

  /** All processes that can be seen. */
  static List<ProcessStat> processes() throws IOException {
    List<ProcessStat> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(ROOT, "[0-9]*")) {
      for (Path entry : entries) {
        read(entry.resolve("stat")).map(ProcessStat::parse).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Bytes of resident memory; 0 for a process that is gone. */
  static long residentBytes(long pid) throws IOException {
    return read(ROOT.resolve(pid + "/status")).map(ProcFs::parseResident).orElse(0L);
  }

  private static long parseResident(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith(RESIDENT))
        .map(line -> line.substring(RESIDENT.length()).replace("kB", "").strip())
        .mapToLong(text -> Long.parseLong(text) << 10)
        .sum();
  }

  /** Bytes read and written by a process and its collected children; zero CPU. */
  static Usage io(long pid) throws IOException {
    return read(ROOT.resolve(pid + "/io")).map(ProcFs::parseIo).orElse(Usage.NONE);
  }

  /** Parses {@code /proc/PID/io}. */
  static Usage parseIo(String text) {
    long read = 0;
    long written = 0;
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("rchar: ")) {
        read = Long.parseLong(line.substring("rchar: ".length()));
      } else if (line.startsWith("wchar: ")) {
        written = Long.parseLong(line.substring("wchar: ".length()));
      }
    }
    return new Usage(0, read, written);
  }

  /** Whether a process was given a setting in its environment; not those of other users. */
  static boolean hasInEnvironment(long pid, String setting) throws IOException {
    return read(ROOT.resolve(pid + "/environ"))
        .map(text -> ("\0" + text).contains("\0" + setting + "\0"))
        .orElse(false);
  }

  /** The text of a file, or nothing where the process is gone or not ours. */
  private static Optional<String> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1))
          .filter(text -> !text.isEmpty());
    } catch (NoSuchFileException | AccessDeniedException e) {
      return Optional.empty();
    } catch (IOException e) {
      // the kernel's answer for a process that ended after its file was opened (ESRCH)
      if (String.valueOf(e.getMessage()).contains("No such process")) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
