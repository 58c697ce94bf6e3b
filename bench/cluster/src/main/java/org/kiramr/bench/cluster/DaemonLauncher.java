package org.kiramr.bench.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Starts daemons, each in a JVM and a session of its own, so that it outlives this process and the
 * terminal. Thread-safe.
 */
final class DaemonLauncher {
  /** What an installed Hadoop may have set, for another cluster. */
  private static final Pattern FOREIGN =
      Pattern.compile("(HADOOP|HDFS|YARN|MAPRED|KIRA)_.*|CLASSPATH");

  private static final String HEAP = "-Xmx256m";

  private final ClusterSpec spec;
  private final ClusterDirectory directory;
  private final Path jars;
  private boolean closed;

  DaemonLauncher(ClusterSpec spec, ClusterDirectory directory, Path jars) {
    this.spec = spec;
    this.directory = directory;
    this.jars = jars;
  }

  /**
   * Starts a daemon.
   *
   * @param arguments of its main class
   */
  synchronized RunningDaemon start(Daemon daemon, String... arguments) throws IOException {
    if (closed) {
      throw new IOException("the cluster is being stopped");
    }
    ProcessBuilder builder = new ProcessBuilder(command(daemon, arguments));
    builder.environment().keySet().removeIf(name -> FOREIGN.matcher(name).matches());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put(MarkedProcesses.VARIABLE, directory.path().toString());
    Path log = directory.log(daemon);
    Process process =
        builder
            .directory(directory.temporary().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new RunningDaemon(daemon, process, log);
  }

  /** Notes the process id where those who measure look for it. */
  void record(RunningDaemon running) throws IOException {
    Files.writeString(
        directory.pids(),
        running.daemon().name() + " " + running.process().pid() + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** From now on nothing is started. */
  synchronized void close() {
    closed = true;
  }

  private List<String> command(Daemon daemon, String... arguments) {
    // neither forks: the process started here becomes the daemon
    List<String> words = new ArrayList<>(List.of("setsid"));
    if (daemon.kind() == DaemonKind.NODE_MANAGER) {
      // containers inherit it
      words.addAll(List.of("taskset", "-c", spec.cpus().toString()));
    }
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add(HEAP);
    words.add("-XX:+UseSerialGC");
    // it would be a file in /tmp, and stay there after a kill
    words.add("-XX:-UsePerfData");
    words.add("-Djava.net.preferIPv4Stack=true");
    words.add("-Djava.io.tmpdir=" + directory.temporary());
    // Guice makes classes by reflection
    words.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    if (daemon.node() > 0) {
      words.add("-D" + HadoopSettings.NODE_NAME + "=" + daemon.name());
      words.add("-D" + HadoopSettings.NODE_DIRECTORY + "=" + directory.node(daemon.node()));
      words.add("-D" + HadoopSettings.NODE_VCORES + "=" + spec.vcoresOf(daemon.node()));
    }
    words.add("-cp");
    // the directory itself for its webapps
    words.add(directory.daemonConfiguration() + ":" + jars + ":" + jars + "/*");
    words.add(daemon.kind().mainClass());
    words.addAll(List.of(arguments));
    return words;
  }
}
