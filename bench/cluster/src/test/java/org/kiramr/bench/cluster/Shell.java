package org.kiramr.bench.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs commands as a user would, with one {@code HADOOP_CONF_DIR} or none. */
final class Shell {
  private static final long PATIENCE_MINUTES = 5;

  private final Path configuration;

  private Shell(Path configuration) {
    this.configuration = configuration;
  }

  static Shell withoutCluster() {
    return new Shell(null);
  }

  static Shell onCluster(Path configuration) {
    return new Shell(configuration);
  }

  /**
   * What a command left behind.
   *
   * @param printed standard output and error, as they came
   */
  record Result(int exitCode, String printed) {}

  Result run(Path log, Object... words) throws IOException, InterruptedException {
    Process process = start(log, words);
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError(List.of(words) + " is not done: " + Files.readString(log));
    }
    return new Result(process.exitValue(), Files.readString(log));
  }

  Process start(Path log, Object... words) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(words).stream().map(Object::toString).toList());
    builder.environment().keySet().removeIf(name -> name.startsWith("HADOOP_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    if (configuration != null) {
      builder.environment().put("HADOOP_CONF_DIR", configuration.toString());
    }
    return builder
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
