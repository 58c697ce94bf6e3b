package org.kiramr.jobs;

import java.io.PrintStream;
import org.kiramr.jobs.cli.ExitCode;

/** The driver: the first word names the command, the rest is the command's. */
public final class Kira {
  private Kira() {}

  /** Runs a command and ends the process with its {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  private static int run(String[] args, PrintStream out, PrintStream err) {
    String unsupported = JavaVersion.complaint(Runtime.version().feature());
    if (unsupported != null) {
      err.println("kira: " + unsupported);
      return ExitCode.USAGE;
    }
    OwnJna.require(args);
    return Commands.run(args, out, err);
  }
}
