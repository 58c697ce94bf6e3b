package org.kiramr.jobs;

import java.io.PrintStream;
import org.kiramr.jobs.cli.ExitCode;

/**
 * How the {@code main} of a program starts: on a Java that Hadoop runs on, and with the JNA of its
 * own jar. Apart from what it starts so that nothing of Hadoop is touched before.
 */
public final class Driver {
  /** What is started. */
  @FunctionalInterface
  public interface Program {
    /** Runs, and returns an {@link ExitCode}. */
    int run(String[] args, PrintStream out, PrintStream err);
  }

  private Driver() {}

  /**
   * Runs a program; if it is to run with another class loader, in that.
   *
   * @param main the class whose {@code main} is running
   * @param name the program's name, for messages
   * @return an {@link ExitCode}
   */
  public static int run(Class<?> main, String name, String[] args, Program program) {
    String unsupported = JavaVersion.complaint(Runtime.version().feature());
    if (unsupported != null) {
      System.err.println(name + ": " + unsupported);
      return ExitCode.USAGE;
    }
    OwnJna.require(main, args);
    return program.run(args, System.out, System.err);
  }
}
