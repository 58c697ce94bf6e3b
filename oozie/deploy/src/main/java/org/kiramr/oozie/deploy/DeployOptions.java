package org.kiramr.oozie.deploy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;
import org.kiramr.jobs.cli.UsageException;

/** The command line of {@code oozie-deploy}. Immutable. */
final class DeployOptions {
  private static final String OVERRIDE = "D";
  private static final String PROPERTIES = "properties";
  private static final String CHECK_ONLY = "check-only";
  private static final String OUTPUT = "output";
  private static final String OVERWRITE = "overwrite";
  private static final String OOZIE = "oozie";
  private static final String EMR = "emr";
  private static final String PRIMARY = "primary";
  private static final String BUCKET = "bucket";
  private static final String HELP = "help";

  /** The port that Oozie's server listens to unless told otherwise. */
  private static final String DEFAULT_URL = "http://localhost:11000/oozie";

  private final CommandLine line;

  private DeployOptions(CommandLine line) {
    this.line = line;
  }

  /**
   * Reads a command line.
   *
   * @throws UsageException if it makes no sense
   */
  static DeployOptions parse(String... args) {
    try {
      DeployOptions parsed =
          new DeployOptions(
              DefaultParser.builder().setAllowPartialMatching(false).get().parse(options(), args));
      parsed.check();
      return parsed;
    } catch (ParseException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private void check() {
    if (line.getArgList().size() > 1) {
      throw new UsageException("one folder of definitions, not " + line.getArgList());
    }
    for (List<String> override : overrideWords()) {
      if (override.size() < 2) {
        throw new UsageException("-D " + override.get(0) + ": must be name=value");
      }
    }
    if (isEmr() && output() == null) {
      throw new UsageException("--emr wants --output DIR: there the properties are written");
    }
    boolean named = line.hasOption(PRIMARY) && line.hasOption(BUCKET);
    if (isEmr() && !named) {
      throw new UsageException("--emr wants --primary HOST and --bucket NAME");
    }
    if (!isEmr() && (line.hasOption(PRIMARY) || line.hasOption(BUCKET))) {
      throw new UsageException("--primary and --bucket belong to --emr");
    }
    if (isCheckOnly() && isOverwrite()) {
      throw new UsageException("--check-only uploads nothing that could --overwrite");
    }
  }

  private static Options options() {
    return new Options()
        .addOption(
            option("p", PROPERTIES, "FILE", "the job.properties (the one among the definitions)"))
        .addOption(
            Option.builder(OVERRIDE)
                .numberOfArgs(2)
                .valueSeparator('=')
                .argName("name=value")
                .desc("a property gets this value; can be repeated")
                .get())
        .addOption(null, CHECK_ONLY, false, "check, and upload nothing")
        .addOption(option("o", OUTPUT, "DIR", "build the application in DIR and keep it there"))
        .addOption(null, OVERWRITE, false, "replace the application that is there")
        .addOption(
            option(
                null,
                OOZIE,
                "URL",
                "the server, for the commands that are printed ($OOZIE_URL, else "
                    + DEFAULT_URL
                    + ")"))
        .addOption(
            null,
            EMR,
            false,
            "for a cluster on Amazon EMR: its addresses, images on S3, catalogues on HDFS")
        .addOption(
            option(null, PRIMARY, "HOST", "with --emr: private DNS name of the primary node"))
        .addOption(option(null, BUCKET, "NAME", "with --emr: the bucket of the images"))
        .addOption("h", HELP, false, "this text");
  }

  private static Option option(String letter, String name, String argument, String text) {
    return Option.builder(letter).longOpt(name).hasArg().argName(argument).desc(text).get();
  }

  static void printHelp(PrintStream out) throws IOException {
    HelpFormatter.builder()
        .setShowSince(false)
        .setHelpAppendable(new TextHelpAppendable(out))
        .get()
        .printHelp(
            "oozie-deploy [options] [DEFINITIONS]",
            "builds the Oozie application, checks it, uploads it to its property 'application', and"
                + " prints how to submit it",
            options(),
            "Example: oozie-deploy -D nameNode=hdfs://nn:8020 -D resourceManager=rm:8032 -o app."
                + " The cluster's configuration comes from HADOOP_CONF_DIR. Exit codes: 0 done, 1"
                + " a check or the upload failed, 2 wrong usage.",
            false);
  }

  boolean isHelp() {
    return line.hasOption(HELP);
  }

  boolean isCheckOnly() {
    return line.hasOption(CHECK_ONLY);
  }

  boolean isOverwrite() {
    return line.hasOption(OVERWRITE);
  }

  boolean isEmr() {
    return line.hasOption(EMR);
  }

  String primary() {
    return line.getOptionValue(PRIMARY);
  }

  String bucket() {
    return line.getOptionValue(BUCKET);
  }

  /** The folder of definitions; null for the project's own. */
  Path definitions() {
    return line.getArgList().isEmpty() ? null : Path.of(line.getArgList().get(0));
  }

  /** The operator's file; null for the one among the definitions. */
  Path properties() {
    return path(PROPERTIES);
  }

  /** Where the folder is to be kept; null if it is not. */
  Path output() {
    return path(OUTPUT);
  }

  private Path path(String option) {
    return line.hasOption(option) ? Path.of(line.getOptionValue(option)) : null;
  }

  /** The properties given, in their order. */
  Map<String, String> overrides() {
    Map<String, String> overrides = new LinkedHashMap<>();
    overrideWords().forEach(words -> overrides.put(words.get(0), words.get(1)));
    return overrides;
  }

  /** Name and value of each. */
  private List<List<String>> overrideWords() {
    return Arrays.stream(line.getOptions())
        .filter(option -> OVERRIDE.equals(option.getOpt()))
        .map(Option::getValuesList)
        .toList();
  }

  /** The Oozie server's. */
  String url(Map<String, String> environment) {
    return line.getOptionValue(OOZIE, environment.getOrDefault("OOZIE_URL", DEFAULT_URL));
  }
}
