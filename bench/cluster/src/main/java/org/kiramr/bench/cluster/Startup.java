package org.kiramr.bench.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Brings the daemons up, in an order in which none waits long for another. */
final class Startup {
  private static final long PAUSE_MILLIS = 200;

  private final ClusterSpec spec;
  private final ClusterDirectory directory;
  private final DaemonLauncher launcher;
  private final Readiness readiness;
  private final Duration timeout;
  private final long deadline;
  private final List<RunningDaemon> running = new ArrayList<>();

  /**
   * @param timeout for all of it, from now on
   */
  Startup(
      ClusterSpec spec,
      ClusterDirectory directory,
      DaemonLauncher launcher,
      Readiness readiness,
      Duration timeout) {
    this.spec = spec;
    this.directory = directory;
    this.launcher = launcher;
    this.readiness = readiness;
    this.timeout = timeout;
    this.deadline = System.nanoTime() + timeout.toNanos();
  }

  /**
   * Returns when the cluster takes jobs.
   *
   * @throws ClusterException if a daemon ends or is not ready in time; says which, with its log
   */
  void run() throws IOException, InterruptedException, ClusterException {
    Files.createDirectories(directory.temporary());
    Files.createDirectories(directory.logs());
    start(Daemon.of(DaemonKind.RESOURCE_MANAGER));
    format();
    start(Daemon.of(DaemonKind.NAME_NODE));
    await(
        List.of(DaemonKind.NAME_NODE, DaemonKind.RESOURCE_MANAGER),
        () -> missing(readiness.takesNodes(), "their ports are closed"));
    for (DaemonKind kind : List.of(DaemonKind.DATA_NODE, DaemonKind.NODE_MANAGER)) {
      for (Daemon daemon : Daemon.onEachNode(kind, spec.nodes())) {
        start(daemon);
      }
    }
    start(Daemon.of(DaemonKind.HISTORY_SERVER));
    await(
        List.of(DaemonKind.NAME_NODE, DaemonKind.DATA_NODE),
        () -> missing(readiness.dataNodes(), "data nodes"));
    await(
        List.of(DaemonKind.RESOURCE_MANAGER, DaemonKind.NODE_MANAGER),
        () -> missing(readiness.nodeManagers(), "node managers"));
    await(
        List.of(DaemonKind.HISTORY_SERVER),
        () -> missing(readiness.answersHistory(), "it does not answer"));
  }

  private void start(Daemon daemon) throws IOException {
    RunningDaemon started = launcher.start(daemon);
    running.add(started);
    launcher.record(started);
  }

  private void format() throws IOException, InterruptedException, ClusterException {
    RunningDaemon formatting =
        launcher.start(Daemon.of(DaemonKind.NAME_NODE), "-format", "-nonInteractive");
    long left = deadline - System.nanoTime();
    if (!formatting.process().waitFor(left, TimeUnit.NANOSECONDS)) {
      throw new ClusterException(late("HDFS is not formatted") + "\n" + formatting.tail());
    }
    if (formatting.process().exitValue() != 0) {
      throw new ClusterException("HDFS cannot be formatted\n" + formatting.tail());
    }
  }

  /** What a group of daemons still lacks; nothing if it is ready. */
  @FunctionalInterface
  private interface Question {
    Optional<String> missing() throws InterruptedException;
  }

  private void await(List<DaemonKind> kinds, Question question)
      throws InterruptedException, ClusterException {
    for (Optional<String> missing = question.missing();
        missing.isPresent();
        missing = question.missing()) {
      requireAll();
      if (System.nanoTime() > deadline) {
        String logs =
            running.stream()
                .filter(daemon -> kinds.contains(daemon.daemon().kind()))
                .map(RunningDaemon::tail)
                .collect(Collectors.joining("\n"));
        String names = kinds.stream().map(DaemonKind::command).collect(Collectors.joining(" and "));
        throw new ClusterException(late(names + ": " + missing.get()) + "\n" + logs);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    requireAll();
  }

  private void requireAll() throws ClusterException {
    for (RunningDaemon daemon : running) {
      OptionalInt exitCode = daemon.exitCode();
      if (exitCode.isPresent()) {
        throw new ClusterException(
            daemon.daemon().name()
                + " ended with exit code "
                + exitCode.getAsInt()
                + "\n"
                + daemon.tail());
      }
    }
  }

  private String late(String what) {
    return String.format(Locale.ROOT, "not ready after %d s: %s", timeout.toSeconds(), what);
  }

  private Optional<String> missing(int ready, String what) {
    return missing(
        ready == spec.nodes(), ready + " of " + spec.nodes() + " " + what + " are active");
  }

  private static Optional<String> missing(boolean ready, String otherwise) {
    return ready ? Optional.empty() : Optional.of(otherwise);
  }
}
