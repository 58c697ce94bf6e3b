package org.kiramr.jobs.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.kiramr.jobs.Commands;
import org.kiramr.jobs.extract.ExtractCommand;
import org.kiramr.jobs.simulate.SimulateCommand;

/** One command line in this process, with Hadoop's local job runner. */
final class KiraRun {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final int exitCode;

  private KiraRun(String... words) {
    PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8);
    exitCode =
        new Commands(
                "kira",
                "",
                Map.of(),
                List.of(
                    new SimulateCommand(toOut), new ExtractCommand(toOut), new RerunCommand(toOut)),
                toOut,
                toErr)
            .run(words);
  }

  /** Runs a command that is to return this. */
  static KiraRun of(int expected, String... words) {
    KiraRun run = new KiraRun(words);
    assertThat(run.exitCode).as(run.out() + run.err()).isEqualTo(expected);
    return run;
  }

  /** What went to standard output. */
  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What went to standard error. */
  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
