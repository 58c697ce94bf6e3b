package org.kiramr.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The processor cores that this process may use, by the kernel's numbers. */
public final class Cores {
  private static final String ALLOWED = "Cpus_allowed_list:";

  private Cores() {}

  /** All of them, ascending. */
  public static List<Integer> allowed() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith(ALLOWED))
        .map(line -> parse(line.substring(ALLOWED.length()).strip()))
        .findFirst()
        .orElseThrow(() -> new IOException("/proc/self/status does not tell the allowed cores"));
  }

  /** Parses a list such as {@code 0-2,5}. */
  static List<Integer> parse(String list) {
    List<Integer> cores = new ArrayList<>();
    for (String range : list.split(",", -1)) {
      String[] ends = range.split("-", 2);
      int last = Integer.parseInt(ends[ends.length - 1]);
      for (int core = Integer.parseInt(ends[0]); core <= last; core++) {
        cores.add(core);
      }
    }
    return List.copyOf(cores);
  }

  /**
   * Binds running processes, all their threads and all that they start from now on, to cores.
   *
   * @throws IOException if the system refuses; the message is its own
   */
  public static void bind(Collection<Long> roots, List<Integer> cores)
      throws IOException, InterruptedException {
    String list = cores.stream().map(String::valueOf).collect(Collectors.joining(","));
    for (ProcessStat process : ProcessTree.of(roots)) {
      Process taskset =
          new ProcessBuilder("taskset", "-a", "-p", "-c", list, String.valueOf(process.pid()))
              .redirectErrorStream(true)
              .start();
      String said = new String(taskset.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      // one that has ended since it was listed needs no cores
      if (taskset.waitFor() != 0 && ProcessHandle.of(process.pid()).isPresent()) {
        throw new IOException(
            "cannot bind process " + process.pid() + " to cores: " + said.strip());
      }
    }
  }
}
