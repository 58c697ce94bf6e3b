package org.kiramr.jobs.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.conf.Configured;
import org.apache.hadoop.util.Tool;

/**
 * A command of the suite: options that fill the job's configuration, then the work. Subclasses say
 * which settings there are and do the work; parsing, help and the rule that the command line wins
 * over the configuration are here.
 */
public abstract class KiraTool extends Configured implements Tool {
  private final PrintStream out;

  protected KiraTool(PrintStream out) {
    this.out = out;
  }

  /** The word that names the command on the command line. */
  public abstract String name();

  /** The command line's first word, for the help text. */
  protected String program() {
    return "kira";
  }

  /** What the command does, in one line. */
  public abstract String summary();

  /** A command line that works, for the help text. */
  protected abstract String example();

  /** Every setting, in the order of the help text. */
  protected abstract List<Setting<?>> settings();

  /**
   * The setting that takes the words that belong to no option, so that {@code kira name WORD} is
   * the same as with the setting's option before each word.
   *
   * @return one of {@link #settings()}, a list; null if the command takes no such words
   */
  protected Setting<List<String>> words() {
    return null;
  }

  /**
   * Does the work; all that the user set is in {@link #getConf()}.
   *
   * @return an {@link ExitCode}
   * @throws UsageException if the settings make no sense together
   */
  protected abstract int execute() throws Exception;

  /** Where the command's own output goes. */
  protected final PrintStream out() {
    return out;
  }

  @Override
  public final int run(String[] args) throws Exception {
    CommandLine line = parse(args);
    if (line.hasOption("help")) {
      printHelp();
      return ExitCode.DONE;
    }
    if (line.hasOption("keys")) {
      printKeys();
      return ExitCode.DONE;
    }
    apply(line, getConf());
    refuseUnknownKeys(getConf());
    return execute();
  }

  /**
   * Checks a command line without running it, for what keeps options for later: every option and
   * key exists, and every value is one that it may have.
   *
   * @return the long names of the options that it gives, be it by a key or a word
   * @throws UsageException if not
   */
  public final Set<String> check(String... args) {
    Configuration conf = new Configuration(false);
    CommandLine line = parse(args);
    apply(line, conf);
    refuseUnknownKeys(conf);
    settings().forEach(setting -> setting.get(conf));
    Stream<String> switches =
        Arrays.stream(line.getOptions()).map(Option::getLongOpt).filter(Objects::nonNull);
    Stream<String> set =
        settings().stream().filter(setting -> conf.get(setting.key()) != null).map(Setting::option);
    return Stream.concat(switches, set).collect(Collectors.toSet());
  }

  private CommandLine parse(String[] args) {
    try {
      CommandLine line =
          DefaultParser.builder().setAllowPartialMatching(false).get().parse(options(), args);
      if (words() == null && !line.getArgList().isEmpty()) {
        throw new UsageException("unexpected word: " + line.getArgList().get(0));
      }
      return line;
    } catch (ParseException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private void apply(CommandLine line, Configuration conf) {
    Properties properties = line.getOptionProperties("D");
    properties.stringPropertyNames().forEach(key -> conf.set(key, properties.getProperty(key)));
    for (Setting<?> setting : settings()) {
      String[] values = values(line, setting);
      if (setting.isFlag()) {
        if (line.hasOption(setting.option())) {
          conf.setBoolean(setting.key(), true);
        }
      } else if (values.length > 0) {
        setting.set(conf, values);
      }
    }
  }

  private String[] values(CommandLine line, Setting<?> setting) {
    String[] values = line.getOptionValues(setting.option());
    Stream<String> ofOption = values == null ? Stream.empty() : Arrays.stream(values);
    Stream<String> ofNone = setting == words() ? line.getArgList().stream() : Stream.empty();
    return Stream.concat(ofOption, ofNone).toArray(String[]::new);
  }

  /** A mistyped key would otherwise silently leave its default in force. */
  private void refuseUnknownKeys(Configuration conf) {
    String prefix = Setting.PREFIX + name() + ".";
    Set<String> known = settings().stream().map(Setting::key).collect(Collectors.toSet());
    for (String rest : conf.getPropsWithPrefix(prefix).keySet()) {
      if (!known.contains(prefix + rest)) {
        throw new UsageException("no such key: " + prefix + rest + " (--keys lists them)");
      }
    }
  }

  private Options options() {
    Options options = new Options();
    settings().forEach(setting -> options.addOption(setting.toOption()));
    options.addOption(
        Option.builder("D")
            .hasArgs()
            .numberOfArgs(2)
            .valueSeparator('=')
            .argName("key=value")
            .desc("set a configuration key")
            .get());
    options.addOption(
        Option.builder().longOpt("keys").desc("the configuration key of each option").get());
    options.addOption(Option.builder("h").longOpt("help").desc("this text").get());
    return options;
  }

  private void printKeys() {
    for (Setting<?> setting : settings()) {
      out.printf("--%-24s %s%n", setting.option(), setting.key());
    }
  }

  private void printHelp() throws IOException {
    Options options = options();
    HelpFormatter formatter =
        HelpFormatter.builder()
            .setShowSince(false)
            .setComparator(inOrder(options))
            .setHelpAppendable(new TextHelpAppendable(out))
            .get();
    formatter.printHelp(
        program()
            + " "
            + name()
            + " [options]"
            + (words() == null ? "" : " " + words().argName() + "..."),
        summary(),
        options,
        "Example: "
            + example()
            + ". Hadoop's generic options (-conf, -fs, -jt, -libjars, -files, -archives) go first.",
        false);
  }

  /** Options as they were declared: what belongs together stays together. */
  private static Comparator<Option> inOrder(Options options) {
    List<Option> order = List.copyOf(options.getOptions());
    return Comparator.comparingInt(order::indexOf);
  }
}
