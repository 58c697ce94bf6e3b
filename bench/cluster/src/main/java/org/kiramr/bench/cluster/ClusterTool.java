package org.kiramr.bench.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.HelpFormatter;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * The command line. Exit codes: 0 done, 1 failed, or no cluster for {@code status}, 2 wrong usage.
 *
 * <p>The launcher says by the system properties {@code kira.cluster.jars} and {@code
 * kira.cluster.directory} where Hadoop's jars are and which directory is the default.
 */
public final class ClusterTool {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private static final String DIRECTORY = "directory";
  private static final String KEEP_LOGS = "keep-logs";
  private static final int WIDTH = 100;

  private final PrintStream out;
  private final PrintStream err;

  ClusterTool(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] args) {
    System.exit(new ClusterTool(System.out, System.err).run(args));
  }

  /** Returns the exit code. */
  int run(String... args) {
    try {
      return dispatch(args.length == 0 ? "help" : args[0], args);
    } catch (ParseException | IllegalArgumentException e) {
      err.println("cluster: " + e.getMessage());
      err.println("Try 'cluster help'.");
      return USAGE;
    } catch (ClusterException | IOException e) {
      err.println("cluster: " + e.getMessage());
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      err.println("cluster: interrupted");
      return FAILED;
    }
  }

  private int dispatch(String command, String... args)
      throws ParseException, IOException, ClusterException, InterruptedException {
    if (command.equals("help") || command.equals("--help") || command.equals("-h")) {
      return help();
    }
    Options options = options(command.equals("start"));
    CommandLine line =
        new DefaultParser(false)
            .parse(options, Arrays.copyOfRange(args, Math.min(1, args.length), args.length));
    if (!line.getArgList().isEmpty()) {
      throw new ParseException("what is " + line.getArgList().get(0) + "?");
    }
    ClusterDirectory directory = directory(line);
    boolean keepLogs = line.hasOption(KEEP_LOGS);
    switch (command) {
      case "start" -> {
        Path jars = Path.of(System.getProperty("kira.cluster.jars"));
        ClusterDirectory.requirePlain(jars);
        ClusterSpec spec = StartOptions.spec(line);
        new ClusterStart(spec, directory, jars, StartOptions.timeout(line), keepLogs).run(out, err);
        return DONE;
      }
      case "stop" -> {
        new ClusterStop(directory, keepLogs).run(out);
        return DONE;
      }
      case "status" -> {
        return new ClusterStatus(directory).run(out) ? DONE : FAILED;
      }
      default -> throw new ParseException("no such command: " + command);
    }
  }

  private static ClusterDirectory directory(CommandLine line) throws IOException {
    String otherwise = System.getProperty("kira.cluster.directory");
    return ClusterDirectory.at(Path.of(line.getOptionValue(DIRECTORY, otherwise)));
  }

  private static Options options(boolean start) {
    Options options = new Options();
    options.addOption(
        Option.builder()
            .longOpt(DIRECTORY)
            .hasArg()
            .argName("DIR")
            .desc("where all of it is (bench/target/cluster)")
            .build());
    options.addOption(
        Option.builder()
            .longOpt(KEEP_LOGS)
            .desc("logs stay: after a stop, or a start that fails")
            .build());
    return start ? StartOptions.add(options) : options;
  }

  private int help() {
    PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
    writer.println("A Hadoop cluster on this machine: HDFS, YARN and the job history server,");
    writer.println("each daemon and each container a process of its own, on loopback.");
    writer.println();
    writer.println("  cluster start [options]    returns when it takes jobs");
    writer.println("  cluster stop [options]     ends all its processes, deletes its files");
    writer.println("  cluster status [options]   exit code 0 if all daemons live, else 1");
    writer.println("  cluster fs ARGUMENTS       'hadoop fs': -put, -get, -ls, ...");
    writer.println();
    HelpFormatter formatter = new HelpFormatter();
    formatter.setSyntaxPrefix("");
    formatter.setOptionComparator(null);
    formatter.printHelp(writer, WIDTH, "Options of start:", null, options(true), 2, 2, null);
    writer.println("Options of stop and status: --directory, --keep-logs");
    writer.flush();
    return DONE;
  }
}
