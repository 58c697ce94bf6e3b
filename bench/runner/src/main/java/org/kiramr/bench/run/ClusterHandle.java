package org.kiramr.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kiramr.bench.cli.UsageException;
import org.kiramr.bench.engine.Shell;

/**
 * A cluster on this machine, started with {@code bench/bin/cluster} for the session or found
 * running. One that was started here is stopped when this is closed.
 */
final class ClusterHandle implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ClusterHandle.class.getName());

  private final Path conf;
  private final Set<Long> daemons;
  private final List<String> stop;
  private final Thread stopper;

  private ClusterHandle(Path conf, Set<Long> daemons, List<String> stop) {
    this.conf = conf;
    this.daemons = daemons;
    this.stop = stop;
    this.stopper = new Thread(this::stopAtExit, "cluster stopper");
  }

  /**
   * A cluster that runs.
   *
   * @param conf its HADOOP_CONF_DIR; beside it the file {@code pids}, a line {@code name pid} for
   *     each daemon
   */
  static ClusterHandle running(Path conf) throws IOException {
    Path pids = conf.toAbsolutePath().normalize().resolveSibling("pids");
    if (!Files.exists(pids)) {
      throw new UsageException(
          "--conf-dir: no file " + pids + ": only a cluster of bench/bin/cluster can be measured");
    }
    return new ClusterHandle(conf.toAbsolutePath().normalize(), pids(pids), List.of());
  }

  /** Starts a cluster in a directory. */
  static ClusterHandle start(Path checkout, Path directory, List<String> size)
      throws IOException, InterruptedException {
    String script = checkout.resolve("bench/bin/cluster").toString();
    List<String> start =
        new ArrayList<>(List.of(script, "start", "--directory", directory.toString()));
    start.addAll(size);
    Shell.run(start, Map.of("HADOOP_CONF_DIR", ""));
    ClusterHandle cluster =
        new ClusterHandle(
            directory.resolve("conf"),
            pids(directory.resolve("pids")),
            List.of(script, "stop", "--directory", directory.toString()));
    // a session that is killed leaves no daemons behind
    Runtime.getRuntime().addShutdownHook(cluster.stopper);
    return cluster;
  }

  private static Set<Long> pids(Path file) throws IOException {
    Set<Long> pids = new HashSet<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.strip().split("\\s+", -1);
      String pid = words[words.length - 1];
      if (!pid.matches("\\d+") || ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
        throw new IOException(file + ": no such daemon is running: " + line);
      }
      pids.add(Long.parseLong(pid));
    }
    return pids;
  }

  /** Its HADOOP_CONF_DIR. */
  Path conf() {
    return conf;
  }

  /** The process ids of its daemons. */
  Set<Long> daemons() {
    return daemons;
  }

  @Override
  public void close() throws IOException {
    if (stop.isEmpty()) {
      return;
    }
    Runtime.getRuntime().removeShutdownHook(stopper);
    try {
      Shell.run(stop, Map.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the cluster was being stopped", e);
    }
  }

  private void stopAtExit() {
    try {
      Shell.run(stop, Map.of());
    } catch (IOException e) {
      LOG.log(Level.SEVERE, "the cluster was not stopped: " + String.join(" ", stop), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
