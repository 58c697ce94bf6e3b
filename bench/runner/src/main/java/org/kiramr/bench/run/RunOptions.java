package org.kiramr.bench.run;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.kiramr.bench.cli.UsageException;

/** The options of {@code bench run} and how they are read. */
final class RunOptions {
  static final String ENGINES = "engines";
  static final String ENGINE_COMMAND = "engine-command";
  static final String MANIFEST = "manifest";
  static final String ROOT = "root";
  static final String SET = "set";
  static final String SCALE = "scale";
  static final String FRAMES = "frames";
  static final String YARN_FRAMES = "yarn-frames";
  static final String REPEATS = "repeats";
  static final String CORES = "cores";
  static final String CACHE = "cache";
  static final String VERIFY = "verify";
  static final String CONF_DIR = "conf-dir";
  static final String CLUSTER = "cluster";
  static final String NODES = "nodes";
  static final String MEMORY_MB = "memory-mb";
  static final String REFERENCE = "reference";
  static final String TOLERANCE = "tolerance";
  static final String TIMEOUT = "timeout";
  static final String TITLE = "title";
  static final String RESUME = "resume";
  static final String OUTPUT = "output";

  static final String DEFAULT_NODES = "2";

  private RunOptions() {}

  static Options all() {
    return new Options()
        .addOption(
            value(
                "e", ENGINES, "LIST", "engines that take turns; all-local, or with a cluster all"))
        .addOption(
            value(
                null,
                ENGINE_COMMAND,
                "NAME=CMD",
                "an engine of your own on this machine, a line for the shell with {list}, {output} and {cores}, which are local paths; on a cluster it would be neither measured nor bound; repeatable"))
        .addOption(value("m", MANIFEST, "FILE", "the data set: a manifest, see 'bench data'"))
        .addOption(
            value(
                null, ROOT, "DIR", "what the manifest's paths are relative to (its own directory)"))
        .addOption(value(null, SET, "NAME", "instead of a manifest: a set that 'bench data' made"))
        .addOption(value(null, SCALE, "X", "its scale (1)"))
        .addOption(value("n", FRAMES, "LIST", "numbers of frames, such as 50,100,200,400"))
        .addOption(
            value(null, YARN_FRAMES, "LIST", "the same for engines on a cluster (as --frames)"))
        .addOption(value("r", REPEATS, "N", "runs of each engine and number of frames (3)"))
        .addOption(value("c", CORES, "LIST", "cores an engine may use, such as 1,2 (all)"))
        .addOption(value(null, CACHE, "warm|cold", "page cache before a run (warm)"))
        .addOption(
            value(
                null, VERIFY, "HOW", "checksums of the data set once, or lengths only (checksums)"))
        .addOption(
            value(
                null,
                CONF_DIR,
                "DIR",
                "HADOOP_CONF_DIR of a cluster on this machine, with the file 'pids' beside it"))
        .addOption(
            Option.builder()
                .longOpt(CLUSTER)
                .desc("start a cluster for the session with bench/bin/cluster")
                .get())
        .addOption(value(null, NODES, "N", "its worker nodes (2)"))
        .addOption(
            value(
                null,
                MEMORY_MB,
                "MB",
                "memory of a worker node for containers (as bench/bin/cluster has it)"))
        .addOption(
            value(
                null,
                REFERENCE,
                "ENGINE",
                "whose rows the others are held against (the first local engine that must agree exactly)"))
        .addOption(
            value(
                null,
                TOLERANCE,
                "COLUMN=BOUNDS",
                "for engines that need not agree exactly, as in 'kira compare'; repeatable"))
        .addOption(value(null, TIMEOUT, "MINUTES", "after which a run is killed and void (60)"))
        .addOption(value(null, TITLE, "TEXT", "one line for the report"))
        .addOption(
            Option.builder().longOpt(RESUME).desc("continue a session that was interrupted").get())
        .addOption(value("o", OUTPUT, "FILE", "the session, JSON; written after every run"));
  }

  private static Option value(String letter, String name, String argument, String text) {
    return Option.builder(letter).longOpt(name).hasArg().argName(argument).desc(text).get();
  }

  /** The value of an option that must be there. */
  static String required(CommandLine line, String name) {
    String value = line.getOptionValue(name);
    if (value == null || value.isBlank()) {
      throw new UsageException("--" + name + " is missing");
    }
    return value;
  }

  /** The words of a list between commas. */
  static List<String> words(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** A whole number from 1. */
  static int number(String name, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new UsageException("--" + name + ": not a number: " + text);
    }
    throw new UsageException("--" + name + ": not 1 or more: " + text);
  }

  /** Such numbers between commas, each once. */
  static List<Integer> numbers(String name, String list) {
    List<Integer> numbers =
        words(list).stream().map(word -> number(name, word)).distinct().toList();
    if (numbers.isEmpty()) {
      throw new UsageException("--" + name + ": no numbers");
    }
    return numbers;
  }
}
