package org.kiramr;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kiramr.sep.SepLibrary;
import org.kiramr.wcs.WcsLibrary;

/** Runs a command, as a rule a JVM with this test's class path, and keeps its output. */
public final class ChildJvm {
  /** What became of a command. */
  public record Result(int exitCode, String output) {}

  private ChildJvm() {}

  /** The command that runs a main class of the tests. */
  public static List<String> command(List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The class path of this test; Surefire and Failsafe start with a jar that names it. */
  public static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  public static Result run(List<String> command) throws IOException, InterruptedException {
    return run(command, Path.of("."), Map.of());
  }

  /**
   * Runs a command. Of the environment, what says which libraries to load is left out, unless it is
   * given.
   *
   * @param directory to run in
   * @param environment variables to add
   */
  public static Result run(List<String> command, Path directory, Map<String, String> environment)
      throws IOException, InterruptedException {
    File output = File.createTempFile("kira-child", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output);
      builder.environment().remove(SepLibrary.LIBRARY_VARIABLE);
      builder.environment().remove(WcsLibrary.LIBRARY_VARIABLE);
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("no end after 5 minutes: " + command);
      }
      return new Result(process.exitValue(), Files.readString(output.toPath()));
    } finally {
      Files.delete(output.toPath());
    }
  }
}
