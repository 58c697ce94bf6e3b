package org.kiramr.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A process to run: its words, its environment, how long it may take. Immutable. */
public final class Command {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final List<String> words;
  private final Map<String, String> environment;
  private final Path directory;
  private final Duration timeout;

  private Command(
      List<String> words, Map<String, String> environment, Path directory, Duration timeout) {
    this.words = List.copyOf(words);
    this.environment = Map.copyOf(environment);
    this.directory = directory;
    this.timeout = timeout;
  }

  /**
   * The launcher {@code bin/kira} in its embedded mode: no cluster, local files, started in {@link
   * BuildOutput#directory()}.
   */
  public static Command kira(String... args) {
    List<String> words = new ArrayList<>(List.of(BuildOutput.launcher().toString()));
    words.addAll(List.of(args));
    return of(words).with("KIRA_OPTS", "-Xmx1g");
  }

  /** Any command, started in {@link BuildOutput#directory()}. */
  public static Command of(List<String> words) {
    Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
    return new Command(words, environment, BuildOutput.directory(), PATIENCE);
  }

  /** The same with one more variable in its environment. */
  public Command with(String variable, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(variable, value);
    return new Command(words, more, directory, timeout);
  }

  /** The same, started in another directory. */
  public Command in(Path otherDirectory) {
    return new Command(words, environment, otherDirectory, timeout);
  }

  /** The same with another time to finish than five minutes. */
  public Command within(Duration otherTimeout) {
    return new Command(words, environment, directory, otherTimeout);
  }

  /**
   * Runs the command to its end, with nothing to read on standard input and none of Hadoop's
   * variables in its environment but those given.
   *
   * @throws AssertionError if it takes too long; it and all its children are gone then
   */
  public CommandResult run() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(BuildOutput.directory().resolve("commands"));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    try {
      Process process = start(out, err);
      boolean ended = awaitOrKill(process);
      CommandResult result =
          new CommandResult(
              words, process.exitValue(), Files.readString(out), Files.readString(err));
      if (!ended) {
        throw new AssertionError("not done in " + timeout + ": " + result.describe());
      }
      return result;
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private Process start(Path out, Path err) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
    builder.environment().keySet().removeIf(Command::isHadoops);
    builder.environment().putAll(environment);
    return builder
        .redirectInput(new File("/dev/null"))
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  private static boolean isHadoops(String variable) {
    return variable.startsWith("HADOOP_") || variable.startsWith("KIRA_");
  }

  private boolean awaitOrKill(Process process) throws InterruptedException {
    try {
      if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    return false;
  }
}
