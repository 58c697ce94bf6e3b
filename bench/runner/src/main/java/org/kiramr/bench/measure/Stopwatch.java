package org.kiramr.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs commands and measures them from outside: the whole process tree, and the daemons of a
 * cluster with the containers that they start. Linux only.
 */
public final class Stopwatch {
  private static final String MARK = "KIRA_BENCH_RUN";
  private static final Duration SETTLE = Duration.ofSeconds(30);

  private final Set<Long> daemons;

  /**
   * @param daemons process ids of a cluster's daemons, whose work counts too; none for a local run
   */
  public Stopwatch(Collection<Long> daemons) {
    this.daemons = Set.copyOf(daemons);
  }

  /**
   * Runs a command to its end.
   *
   * @throws IOException if it cannot be started, or {@code /proc} cannot be read
   */
  public Measurement run(TimedCommand timed) throws IOException, InterruptedException {
    List<ProcessStat> daemonsBefore = ProcessTree.of(daemons);
    Usage used = ProcessTree.usage(daemonsBefore);
    Path totals = Files.createTempFile("kira-bench", ".totals");
    Files.delete(totals);
    String run = UUID.randomUUID().toString();
    long start = System.nanoTime();
    Process process = start(timed, totals, run);
    Thread killer = new Thread(() -> kill(process));
    Runtime.getRuntime().addShutdownHook(killer);
    try {
      List<Long> roots = new ArrayList<>(daemons);
      roots.add(process.pid());
      TreeSampler sampler = new TreeSampler(roots, daemonsBefore);
      boolean ended;
      double wall;
      double span;
      try (sampler) {
        sampler.start();
        ended = process.waitFor(timed.limit().toMillis(), TimeUnit.MILLISECONDS);
        wall = (System.nanoTime() - start) * 1e-9;
        if (!ended) {
          kill(process);
        }
        settle(daemonsBefore);
        span = (System.nanoTime() - start) * 1e-9;
      }
      int left = killLeftovers(run);
      Usage client = Totals.read(totals).orElse(Usage.NONE);
      Usage cluster = ProcessTree.usage(ProcessTree.of(daemons)).minus(used);
      Usage all = client.plus(cluster).max(new Usage(sampler.seenCpuSeconds(), 0, 0));
      return new Measurement(
          wall,
          daemons.isEmpty() ? wall : span,
          all.cpuSeconds(),
          sampler.peakBytes(),
          all.readBytes(),
          all.writtenBytes(),
          process.waitFor(),
          !ended,
          left);
    } finally {
      kill(process);
      Runtime.getRuntime().removeShutdownHook(killer);
      Files.deleteIfExists(totals);
    }
  }

  private static Process start(TimedCommand timed, Path totals, String run) throws IOException {
    String cores = timed.cores().stream().map(String::valueOf).collect(Collectors.joining(","));
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", cores));
    pinned.addAll(timed.command());
    ProcessBuilder builder =
        new ProcessBuilder(Totals.wrap(pinned, totals))
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(timed.log().toFile());
    timed
        .environment()
        .forEach(
            (name, value) -> {
              if (value.isEmpty()) {
                builder.environment().remove(name);
              } else {
                builder.environment().put(name, value);
              }
            });
    builder.environment().put(MARK, run);
    return builder.start();
  }

  private void settle(List<ProcessStat> before) throws IOException, InterruptedException {
    if (!daemons.isEmpty()) {
      new ClusterRest(before, () -> ProcessTree.of(daemons)).await(SETTLE);
    }
  }

  private static int killLeftovers(String run) throws IOException {
    int left = 0;
    for (ProcessStat process : ProcFs.processes()) {
      if (!process.isZombie() && ProcFs.hasInEnvironment(process.pid(), MARK + "=" + run)) {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        left++;
      }
    }
    return left;
  }

  private static void kill(Process process) {
    List<ProcessHandle> below = process.descendants().toList();
    process.destroyForcibly();
    below.forEach(ProcessHandle::destroyForcibly);
  }
}
