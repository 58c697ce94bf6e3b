package org.kiramr.bench.emr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs {@code bench/emr/emr-bench} with nothing in its environment, and no AWS command line to
 * find.
 *
 * @param exitCode of the script
 * @param output both streams
 */
record EmrBench(int exitCode, String output) {
  /** The root of the checkout. */
  static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  static EmrBench run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ROOT.resolve("bench/emr/emr-bench").toString());
    command.addAll(Arrays.asList(words));
    return start(new ProcessBuilder(command));
  }

  /** Runs a program. */
  static EmrBench start(ProcessBuilder builder) throws IOException, InterruptedException {
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new EmrBench(process.waitFor(), output);
  }
}
