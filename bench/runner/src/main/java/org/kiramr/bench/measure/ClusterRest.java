package org.kiramr.bench.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The wait until a cluster has no more containers than before a run: their CPU belongs to the run,
 * and whatever runs next would share its cores with them.
 */
final class ClusterRest {
  private static final long STEP_MS = 100;

  private final Set<Long> known;
  private final Processes cluster;

  /** The processes of a cluster, now. */
  interface Processes {
    List<ProcessStat> now() throws IOException;
  }

  /**
   * @param before the cluster's processes before the run
   */
  ClusterRest(Collection<ProcessStat> before, Processes cluster) {
    this.known = before.stream().map(ProcessStat::pid).collect(Collectors.toSet());
    this.cluster = cluster;
  }

  /**
   * Waits. At one look there must be none: daemons start commands that live for a moment at any
   * time, and to look again would be to meet one.
   *
   * @throws IOException if it does not come to rest
   */
  void await(Duration limit) throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    List<Long> left = started();
    while (!left.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(STEP_MS);
      left = started();
    }
    if (!left.isEmpty()) {
      throw new IOException(
          left.size()
              + " processes of the cluster still work after the command has ended; stop them: "
              + left);
    }
  }

  private List<Long> started() throws IOException {
    return cluster.now().stream()
        .map(ProcessStat::pid)
        .filter(pid -> !known.contains(pid))
        .toList();
  }
}
