package org.kiramr.sep;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command, as a rule a JVM with this test's class path, and keeps its output. */
final class ChildJvm {
  /** What became of a command. */
  record Result(int exitCode, String output) {}

  private ChildJvm() {}

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The class path of this test; Surefire and Failsafe start with a jar that names it. */
  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** Runs a main class of the tests in a JVM with the options. */
  static Result run(List<String> options, Class<?> main, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** Runs a command, without the environment's say on which libsep to load. */
  static Result run(List<String> command) throws IOException, InterruptedException {
    File output = File.createTempFile("kira-child", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
      builder.environment().remove(SepLibrary.LIBRARY_VARIABLE);
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
