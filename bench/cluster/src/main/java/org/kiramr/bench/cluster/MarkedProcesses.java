package org.kiramr.bench.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The processes of one cluster: those with its directory in the environment variable {@value
 * #VARIABLE}. Daemons are started with it and hand it to their containers, and these to all they
 * start. So a process is found whoever its parent is or was, and one that got the id of a dead one
 * is never taken for it.
 */
final class MarkedProcesses {
  static final String VARIABLE = "KIRA_CLUSTER";

  private static final Duration KILL_LIMIT = Duration.ofSeconds(20);
  private static final long PAUSE_MILLIS = 100;

  private final String mark;

  MarkedProcesses(Path directory) {
    mark = VARIABLE + "=" + directory;
  }

  /** Those that live now. */
  List<ProcessHandle> find() {
    return ProcessHandle.allProcesses().filter(this::isMarked).toList();
  }

  /** Whether a process is the cluster's and lives. */
  boolean isMarked(ProcessHandle process) {
    Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
    try {
      String text = Files.readString(environment, StandardCharsets.ISO_8859_1);
      return Arrays.asList(text.split("\0", -1)).contains(mark);
    } catch (IOException e) {
      // another user's, or gone in the meantime
      return false;
    }
  }

  /**
   * Ends them all: asks them to stop, waits, and kills those that are left.
   *
   * @param grace the time to stop by themselves
   * @return how many had to be killed
   * @throws IOException if some cannot even be killed
   */
  int end(Duration grace) throws IOException, InterruptedException {
    Set<ProcessHandle> asked = new HashSet<>();
    long limit = System.nanoTime() + grace.toNanos();
    while (!areGone() && System.nanoTime() < limit) {
      find().stream().filter(asked::add).forEach(ProcessHandle::destroy);
      Thread.sleep(PAUSE_MILLIS);
    }
    Set<ProcessHandle> killed = new HashSet<>();
    limit = System.nanoTime() + KILL_LIMIT.toNanos();
    while (!areGone()) {
      if (System.nanoTime() > limit) {
        throw new IOException(
            "these processes cannot be killed: "
                + find().stream().map(process -> Long.toString(process.pid())).toList());
      }
      find().stream().filter(killed::add).forEach(ProcessHandle::destroyForcibly);
      Thread.sleep(PAUSE_MILLIS);
    }
    return killed.size();
  }

  /** Whether none is left: looked for twice, as a process has no environment while it starts. */
  private boolean areGone() throws InterruptedException {
    if (!find().isEmpty()) {
      return false;
    }
    Thread.sleep(PAUSE_MILLIS);
    return find().isEmpty();
  }
}
