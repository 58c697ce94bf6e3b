package org.kiramr.bench.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** A command of {@code bench}. */
public interface BenchCommand {
  /** The word that names it. */
  String name();

  /** What it does, in one line. */
  String summary();

  /** A command line that works. */
  String example();

  /** Its options, without {@code --help}. */
  Options options();

  /**
   * Does the work.
   *
   * @return the exit code: 0 done, 1 failed, 3 done but some runs are void
   * @throws UsageException if the options make no sense
   */
  int run(CommandLine line, PrintStream out) throws IOException, InterruptedException;
}
