package org.kiramr.jobs;

import org.kiramr.jobs.cli.ExitCode;

/** The driver: the first word names the command, the rest is the command's. */
public final class Kira {
  private Kira() {}

  /** Runs a command and ends the process with its {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(Driver.run(Kira.class, "kira", args, Commands::ofKira));
  }
}
