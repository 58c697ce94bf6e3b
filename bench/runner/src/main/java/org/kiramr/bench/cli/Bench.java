package org.kiramr.bench.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;
import org.kiramr.bench.cloud.ExtrapolateCommand;
import org.kiramr.bench.dataset.DataCommand;
import org.kiramr.bench.emr.ImportEmrCommand;
import org.kiramr.bench.report.ReportCommand;
import org.kiramr.bench.run.RunCommand;

/** Finds the command and runs it. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 void runs. */
public final class Bench {
  /** The system property that names the root of the sources; the launcher sets it. */
  private static final String CHECKOUT = "kira.bench.checkout";

  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final List<BenchCommand> commands;

  Bench(PrintStream out, PrintStream err, List<BenchCommand> commands) {
    this.out = out;
    this.err = err;
    this.commands = commands;
  }

  public static void main(String[] args) {
    Path checkout = Path.of(System.getProperty(CHECKOUT, "")).toAbsolutePath();
    List<BenchCommand> commands =
        List.of(
            new DataCommand(checkout),
            new RunCommand(checkout),
            new ReportCommand(),
            new ExtrapolateCommand(),
            new ImportEmrCommand());
    System.exit(new Bench(System.out, System.err, commands).run(args));
  }

  int run(String[] args) {
    if (args.length == 0 || args[0].equals("help") || args[0].equals("--help")) {
      return help();
    }
    Optional<BenchCommand> command =
        commands.stream().filter(known -> known.name().equals(args[0])).findFirst();
    if (command.isEmpty()) {
      return usage("no such command: " + args[0], "bench help");
    }
    try {
      return run(command.get(), Arrays.copyOfRange(args, 1, args.length));
    } catch (ParseException | UsageException e) {
      return usage(e.getMessage(), "bench " + args[0] + " --help");
    } catch (IOException e) {
      err.println("bench: " + args[0] + " failed: " + e.getMessage());
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      err.println("bench: " + args[0] + " was interrupted");
      return FAILED;
    }
  }

  private int run(BenchCommand command, String[] args)
      throws ParseException, IOException, InterruptedException {
    Options options = command.options();
    options.addOption("h", "help", false, "this text");
    CommandLine line = new DefaultParser(false).parse(options, args);
    if (line.hasOption("help")) {
      HelpFormatter.builder()
          .setShowSince(false)
          .setHelpAppendable(new TextHelpAppendable(out))
          .get()
          .printHelp(
              "bench " + command.name() + " [options]",
              command.summary(),
              options,
              "Example: " + command.example(),
              false);
      return 0;
    }
    return command.run(line, out);
  }

  private int help() {
    out.println("usage: bench COMMAND [options]");
    out.println();
    out.println("Times source extraction on several engines, in turns, on the same frames.");
    out.println();
    commands.forEach(known -> out.printf("  %-12s %s%n", known.name(), known.summary()));
    out.printf("  %-12s %s%n", "help", "this text; 'bench COMMAND --help' for a command's options");
    return 0;
  }

  private int usage(String what, String help) {
    err.println("bench: " + what);
    err.println("Try '" + help + "'.");
    return USAGE;
  }
}
