package org.kiramr.bench.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** {@code cluster start}: all or nothing, also if it is interrupted. */
final class ClusterStart {
  private final ClusterSpec spec;
  private final ClusterDirectory directory;
  private final Path jars;
  private final Duration timeout;
  private final boolean keepLogs;

  /**
   * @param jars the directory of Hadoop's jars
   * @param timeout for all daemons to be ready
   * @param keepLogs whether the logs stay if it fails
   */
  ClusterStart(
      ClusterSpec spec, ClusterDirectory directory, Path jars, Duration timeout, boolean keepLogs) {
    this.spec = spec;
    this.directory = directory;
    this.jars = jars;
    this.timeout = timeout;
    this.keepLogs = keepLogs;
  }

  /** Returns when the cluster takes jobs; its daemons outlive this process. */
  void run(PrintStream out, PrintStream err)
      throws IOException, InterruptedException, ClusterException {
    long began = System.nanoTime();
    try (FileChannel lock = directory.lock()) {
      if (!new MarkedProcesses(directory.path()).find().isEmpty()) {
        throw new ClusterException(
            "a cluster is running in " + directory.path() + ": stop it, or give another directory");
      }
      // what a cluster left that ended without a stop
      directory.clear();
      note(lock);
      Addresses addresses = Addresses.find();
      new HadoopSettings(spec, directory, addresses, jars).write();
      bringUp(addresses, err);
      describe(addresses, Duration.ofNanos(System.nanoTime() - began), out);
    }
  }

  private void bringUp(Addresses addresses, PrintStream err)
      throws IOException, InterruptedException, ClusterException {
    DaemonLauncher launcher = new DaemonLauncher(spec, directory, jars);
    Undo undo = new Undo(launcher, new ClusterStop(directory, keepLogs), err);
    Runtime.getRuntime().addShutdownHook(undo);
    boolean up = false;
    try {
      new Startup(spec, directory, launcher, new Readiness(addresses), timeout).run();
      up = true;
    } finally {
      undo.settle(up);
    }
  }

  /** Says in the marker what the cluster has; through the lock's channel, or the lock is lost. */
  private void note(FileChannel lock) throws IOException {
    String text =
        String.format(
            Locale.ROOT,
            "nodes=%d%ncores=%d%ncpus=%s%nvcores=%d%nmemory-mb=%d%nreplication=%d%n",
            spec.nodes(),
            spec.cores(),
            spec.cpus(),
            spec.vcores(),
            spec.memoryMegabytes(),
            spec.replication());
    lock.truncate(0);
    lock.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void describe(Addresses addresses, Duration took, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "nodes: %d, of %d MB; cores in all: %d, on CPUs %s; ready in %.1f s%n",
        spec.nodes(),
        spec.memoryMegabytes(),
        spec.cores(),
        spec.cpus(),
        took.toMillis() / 1000.0);
    out.println("HDFS:    " + web(addresses.nameNodeWeb()) + "  " + addresses.fileSystem());
    out.println("YARN:    " + web(addresses.resourceWeb()));
    out.println("history: " + web(addresses.historyWeb()));
    out.println("logs:    " + directory.logs());
    out.println("Use it:  export HADOOP_CONF_DIR=" + directory.clientConfiguration());
    out.println("         bench/bin/cluster fs -put FRAMES /frames");
    out.println("         mr-jobs/bin/kira extract -i hdfs:///frames -o hdfs:///catalogue");
    out.println("Stop it: bench/bin/cluster stop --directory " + directory.path());
  }

  private static String web(int port) {
    return "http://" + Addresses.address(port);
  }
}
