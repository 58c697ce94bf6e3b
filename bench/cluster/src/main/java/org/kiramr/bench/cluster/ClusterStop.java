package org.kiramr.bench.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.time.Duration;

/**
 * {@code cluster stop}: ends daemons and containers, and with them all applications; deletes what
 * they wrote. Does not depend on a daemon that still answers.
 */
final class ClusterStop {
  /** As in Hadoop's own scripts. A node manager takes longer, to close an idle shuffle server. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ClusterDirectory directory;
  private final MarkedProcesses processes;
  private final boolean keepLogs;

  ClusterStop(ClusterDirectory directory, boolean keepLogs) {
    this.directory = directory;
    this.processes = new MarkedProcesses(directory.path());
    this.keepLogs = keepLogs;
  }

  /**
   * Stops the cluster, if there is one.
   *
   * @throws ClusterException if the directory is not a cluster's, or another start or stop is busy
   */
  void run(PrintStream out) throws IOException, InterruptedException, ClusterException {
    directory.requireOwn();
    int found = processes.find().size();
    if (!Files.exists(directory.marker())) {
      // processes whose directory was deleted under them
      processes.end(Duration.ZERO);
      out.println(found == 0 ? "no cluster in " + directory.path() : "killed " + found);
      return;
    }
    FileChannel lock = directory.lock();
    try {
      int killed = end();
      out.printf(
          "stopped: %d processes%s%n",
          found,
          killed == 0 ? "" : ", " + killed + " of them killed after " + GRACE.toSeconds() + " s");
      if (keepLogs) {
        out.println("logs: " + directory.logs());
      }
    } finally {
      lock.close();
    }
  }

  /** Ends all processes, deletes the files; returns how many processes had to be killed. */
  int end() throws IOException, InterruptedException {
    int killed = processes.end(GRACE);
    if (keepLogs) {
      directory.deleteAllButLogs();
    } else {
      directory.delete();
    }
    return killed;
  }
}
