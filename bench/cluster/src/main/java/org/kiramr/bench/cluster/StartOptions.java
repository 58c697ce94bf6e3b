package org.kiramr.bench.cluster;

import java.io.IOException;
import java.time.Duration;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The options of {@code cluster start}. */
final class StartOptions {
  private static final String NODES = "nodes";
  private static final String CORES = "cores";
  private static final String CPUS = "cpus";
  private static final String MEMORY = "memory-mb";
  private static final String TIMEOUT = "timeout";

  private static final int DEFAULT_NODES = 2;
  private static final int DEFAULT_TIMEOUT = 120;

  private StartOptions() {}

  static Options add(Options options) {
    return options
        .addOption(
            option(NODES, "N", "data nodes, and as many node managers (" + DEFAULT_NODES + ")"))
        .addOption(
            option(CORES, "C", "tasks that run at once, in all (the CPUs there are, or are given)"))
        .addOption(
            option(CPUS, "LIST", "CPUs for node managers and containers: 0,2-3 (the first C)"))
        .addOption(
            option(MEMORY, "MB", "memory of a node's containers (2048 a container of the fullest)"))
        .addOption(
            option(TIMEOUT, "SECONDS", "how long a start may take (" + DEFAULT_TIMEOUT + ")"));
  }

  private static Option option(String name, String argument, String text) {
    return Option.builder().longOpt(name).hasArg().argName(argument).desc(text).build();
  }

  /**
   * What the cluster is to have.
   *
   * @throws IllegalArgumentException if it cannot be had here
   */
  static ClusterSpec spec(CommandLine line) throws IOException, ParseException {
    CpuList available = CpuList.available();
    CpuList given = line.hasOption(CPUS) ? CpuList.parse(line.getOptionValue(CPUS)) : available;
    if (!available.containsAll(given)) {
      throw new ParseException("not all CPUs of " + given + " may be used: there are " + available);
    }
    int cores = number(line, CORES, given.size());
    CpuList cpus = line.hasOption(CPUS) ? given : given.first(cores);
    int nodes = number(line, NODES, DEFAULT_NODES);
    int memory = number(line, MEMORY, ClusterSpec.defaultMemory(nodes, cores));
    return new ClusterSpec(nodes, cores, memory, cpus);
  }

  static Duration timeout(CommandLine line) throws ParseException {
    return Duration.ofSeconds(number(line, TIMEOUT, DEFAULT_TIMEOUT));
  }

  private static int number(CommandLine line, String name, int otherwise) throws ParseException {
    String text = line.getOptionValue(name);
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new ParseException("--" + name + " wants a number, not " + text);
    }
  }
}
