package org.kiramr.bench.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code cluster status}: which daemons live. */
final class ClusterStatus {
  private final ClusterDirectory directory;
  private final MarkedProcesses processes;

  ClusterStatus(ClusterDirectory directory) {
    this.directory = directory;
    this.processes = new MarkedProcesses(directory.path());
  }

  /**
   * Says what there is.
   *
   * @return whether there is a cluster and all its daemons live
   */
  boolean run(PrintStream out) throws IOException, ClusterException {
    directory.requireOwn();
    Map<String, Long> daemons = daemons();
    List<ProcessHandle> found = processes.find();
    if (daemons.isEmpty() && found.isEmpty()) {
      out.println("no cluster in " + directory.path());
      return false;
    }
    out.println("cluster in " + directory.path());
    Set<Long> living = found.stream().map(ProcessHandle::pid).collect(Collectors.toSet());
    daemons.forEach(
        (name, pid) ->
            out.printf("  %-16s %7d%s%n", name, pid, living.contains(pid) ? "" : "  dead"));
    long others = living.stream().filter(pid -> !daemons.containsValue(pid)).count();
    out.printf("  %-16s %7d%n", "other processes", others);
    return !daemons.isEmpty() && living.containsAll(daemons.values());
  }

  /** Process ids by the daemons' names. */
  private Map<String, Long> daemons() throws IOException {
    Map<String, Long> daemons = new LinkedHashMap<>();
    if (Files.exists(directory.pids())) {
      for (String line : Files.readAllLines(directory.pids())) {
        String[] words = line.split(" ", -1);
        daemons.put(words[0], Long.valueOf(words[1]));
      }
    }
    return daemons;
  }
}
