package org.kiramr.jobs;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.util.ToolRunner;
import org.kiramr.jobs.cli.ExitCode;
import org.kiramr.jobs.cli.KiraTool;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.compare.CompareCommand;
import org.kiramr.jobs.extract.ExtractCommand;
import org.kiramr.jobs.inspect.InspectCommand;
import org.kiramr.jobs.quickstart.QuickstartCommand;
import org.kiramr.jobs.rerun.RerunCommand;
import org.kiramr.jobs.run.HadoopLog;
import org.kiramr.jobs.run.Versions;
import org.kiramr.jobs.simulate.SimulateCommand;
import org.kiramr.sep.SepUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands of a program and how one is found and run. Apart from {@link Kira} so that nothing
 * of Hadoop is touched before the Java version is known to be right.
 */
public final class Commands {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  private final String program;
  private final String about;
  private final Map<String, String> versions;
  private final List<KiraTool> tools;
  private final PrintStream out;
  private final PrintStream err;

  /**
   * The commands of a program.
   *
   * @param program the command line's first word
   * @param about what the program does, a sentence
   * @param versions names and versions of what it runs with
   */
  public Commands(
      String program,
      String about,
      Map<String, String> versions,
      List<KiraTool> tools,
      PrintStream out,
      PrintStream err) {
    this.program = program;
    this.about = about;
    this.versions = new LinkedHashMap<>(versions);
    this.tools = List.copyOf(tools);
    this.out = out;
    this.err = err;
  }

  /** Runs a command of {@code kira}. */
  static int ofKira(String[] args, PrintStream out, PrintStream err) {
    HadoopLog.quiet();
    List<KiraTool> tools =
        List.of(
            new QuickstartCommand(out),
            new ExtractCommand(out),
            new InspectCommand(out),
            new CompareCommand(out),
            new RerunCommand(out),
            new SimulateCommand(out));
    String about = "Finds stars and galaxies in FITS images with SEP, on Hadoop MapReduce.";
    return new Commands("kira", about, Versions.ofClient(), tools, out, err).run(args);
  }

  /** Runs the command that the first word names, and returns an {@link ExitCode}. */
  public int run(String[] args) {
    String word = args.length == 0 ? "help" : args[0];
    return switch (word) {
      case "help" -> args.length > 1 ? command(args[1], new String[] {"--help"}) : help();
      case "-h", "--help" -> help();
      case "version", "--version" -> version();
      default -> command(word, Arrays.copyOfRange(args, 1, args.length));
    };
  }

  private int command(String name, String[] args) {
    Optional<KiraTool> tool = tools.stream().filter(t -> t.name().equals(name)).findFirst();
    if (tool.isEmpty()) {
      return usage("no such command: " + name, program + " help");
    }
    try {
      // a JobConf, since a plain Configuration does not know mapred-site.xml and yarn-site.xml yet
      return ToolRunner.run(new JobConf(), tool.get(), args);
    } catch (UsageException e) {
      return usage(e.getMessage(), program + " " + name + " --help");
    } catch (Exception | LinkageError e) {
      LOG.error(name + " failed", e);
      err.println(program + ": " + name + " failed: " + Causes.inOneLine(e));
      return ExitCode.FAILED;
    }
  }

  private int usage(String what, String help) {
    err.println(program + ": " + what);
    err.println("Try '" + help + "'.");
    return ExitCode.USAGE;
  }

  private int help() {
    out.println("usage: " + program + " COMMAND [options]");
    out.println();
    out.println(about);
    out.println();
    for (KiraTool tool : tools) {
      out.printf("  %-11s %s%n", tool.name(), tool.summary());
    }
    out.printf("  %-11s %s%n", "version", "the versions of Kira-MR, libsep, Hadoop and Java");
    out.printf(
        "  %-11s %s%n",
        "help", "this text; '" + program + " COMMAND --help' for a command's options");
    return ExitCode.DONE;
  }

  private int version() {
    versions.forEach((name, version) -> out.printf("%-13s %s%n", name, version));
    try {
      out.printf("%-13s %s%n", "libsep", Versions.libsep());
      return ExitCode.DONE;
    } catch (SepUnavailableException | LinkageError e) {
      out.printf("%-13s %s%n", "libsep", "not available: " + e.getMessage());
      return ExitCode.FAILED;
    }
  }
}
