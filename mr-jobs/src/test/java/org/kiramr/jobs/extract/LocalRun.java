package org.kiramr.jobs.extract;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.ToolRunner;

/** Runs {@code extract} in this process with Hadoop's local job runner. */
final class LocalRun {
  private final List<String> arguments = new ArrayList<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  LocalRun input(Path path) {
    return with("-i", path.toString());
  }

  LocalRun with(String... words) {
    arguments.addAll(List.of(words));
    return this;
  }

  /** Runs with this output directory and returns the exit code. */
  int to(Path output) throws Exception {
    with("-o", output.toString());
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return ToolRunner.run(
        new Configuration(), new ExtractCommand(out), arguments.toArray(String[]::new));
  }

  /** What the command printed. */
  String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
