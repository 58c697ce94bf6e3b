package org.kiramr.jobs.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.StringUtils;

/**
 * One number, word or switch of a job: its configuration key, the command line option that sets it,
 * its default and its range, said once. Immutable and thread-safe.
 *
 * @param <T> the type of the value: {@link Integer}, {@link Double}, {@link Boolean}, {@link
 *     String} or {@code List<String>}
 */
public final class Setting<T> {
  /**
   * Reads one value of a setting from text, or says in an {@link IllegalArgumentException} why it
   * cannot.
   */
  @FunctionalInterface
  public interface Parser<T> {
    T parse(String text);
  }

  /** What all keys begin with; the command comes next. */
  public static final String PREFIX = "kira.";

  private final String key;
  private final String option;
  private final String shortOption;
  private final String argName;
  private final T defaultValue;
  private final String description;
  private final Parser<T> parser;
  private final boolean repeatable;

  private Setting(
      String key,
      String option,
      String shortOption,
      String argName,
      T defaultValue,
      String description,
      Parser<T> parser,
      boolean repeatable) {
    this.key = Objects.requireNonNull(key);
    this.option = Objects.requireNonNull(option);
    this.shortOption = shortOption;
    this.argName = argName;
    this.defaultValue = defaultValue;
    this.description = Objects.requireNonNull(description);
    this.parser = Objects.requireNonNull(parser);
    this.repeatable = repeatable;
  }

  /** A whole number from {@code min} to {@code max}, both included. */
  public static Setting<Integer> ofInt(
      String key, String option, int defaultValue, int min, int max, String description) {
    return of(
        key,
        option,
        "N",
        defaultValue,
        description,
        text -> {
          int value = Integer.parseInt(text.trim());
          require(value >= min && value <= max, "must be from " + min + " to " + max);
          return value;
        });
  }

  /** A finite number from {@code min} to {@code max}, both included. */
  public static Setting<Double> ofDouble(
      String key, String option, double defaultValue, double min, double max, String description) {
    return of(
        key,
        option,
        "X",
        defaultValue,
        description,
        text -> {
          double value = Double.parseDouble(text.trim());
          require(value >= min && value <= max, "must be from " + min + " to " + max);
          return value;
        });
  }

  /** A switch, off unless named. */
  public static Setting<Boolean> ofFlag(String key, String option, String description) {
    return of(
        key,
        option,
        null,
        false,
        description,
        text -> {
          String word = text.trim();
          require(word.equals("true") || word.equals("false"), "must be true or false");
          return Boolean.valueOf(word);
        });
  }

  /** Any other value: {@code parser} checks it. */
  public static <T> Setting<T> of(
      String key,
      String option,
      String argName,
      T defaultValue,
      String description,
      Parser<T> parser) {
    return new Setting<>(key, option, null, argName, defaultValue, description, parser, false);
  }

  /**
   * A list of words, by repeating the option; in the configuration joined by commas, where a comma
   * or backslash within a word is escaped by a backslash.
   */
  public static Setting<List<String>> ofList(
      String key, String option, String argName, String description) {
    return new Setting<>(
        key,
        option,
        null,
        argName,
        List.of(),
        description,
        text -> List.of(StringUtils.split(text)).stream().map(StringUtils::unEscapeString).toList(),
        true);
  }

  /** A parser of words that must not be blank. */
  public static String notBlank(String text) {
    require(!text.isBlank(), "must not be empty");
    return text;
  }

  /** The same setting with a one-letter option beside the long one. */
  public Setting<T> withShort(String letter) {
    return new Setting<>(
        key, option, letter, argName, defaultValue, description, parser, repeatable);
  }

  /**
   * The same setting of another command: with that command's key.
   *
   * @param command the word that names it
   */
  public Setting<T> ofCommand(String command) {
    String word = key.substring(key.indexOf('.', PREFIX.length()));
    return new Setting<>(
        PREFIX + command + word,
        option,
        shortOption,
        argName,
        defaultValue,
        description,
        parser,
        repeatable);
  }

  /** The configuration key, for instance {@code kira.extract.threshold-sigma}. */
  public String key() {
    return key;
  }

  /** The long option without its dashes. */
  public String option() {
    return option;
  }

  /** The value when neither option nor key is given; null means that there is none. */
  public T defaultValue() {
    return defaultValue;
  }

  /**
   * The value in {@code conf}, or the default.
   *
   * @throws UsageException if the value does not parse or is out of range
   */
  public T get(Configuration conf) {
    String text = conf.get(key);
    if (text == null || (repeatable && text.isEmpty())) {
      return defaultValue;
    }
    return parse(text, key);
  }

  /** The value in {@code conf} as text, or the default's; null if there is none. For the record. */
  public String text(Configuration conf) {
    String text = conf.get(key);
    if (text != null || defaultValue == null) {
      return text;
    }
    return defaultText();
  }

  private String defaultText() {
    if (defaultValue instanceof List<?> values) {
      return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }
    return defaultValue.toString();
  }

  /** Sets the key from the words of the command line, checked. */
  void set(Configuration conf, String[] words) {
    if (repeatable) {
      conf.set(
          key,
          Arrays.stream(words).map(StringUtils::escapeString).collect(Collectors.joining(",")));
      return;
    }
    if (words.length > 1) {
      throw new UsageException("--" + option + " is given " + words.length + " times");
    }
    parse(words[0], "--" + option);
    conf.set(key, words[0]);
  }

  private T parse(String text, String name) {
    try {
      return parser.parse(text);
    } catch (NumberFormatException e) {
      throw new UsageException(name + " " + text + ": not a number");
    } catch (IllegalArgumentException e) {
      throw new UsageException(name + " " + text + ": " + e.getMessage());
    }
  }

  /** The word for the value in the help text; null for a flag. */
  String argName() {
    return argName;
  }

  boolean isFlag() {
    return argName == null;
  }

  Option toOption() {
    Option.Builder builder = Option.builder(shortOption).longOpt(option);
    if (argName != null) {
      builder.hasArg().argName(argName);
    }
    String text = description;
    if (argName != null && defaultValue != null && !repeatable) {
      text += " [" + defaultText() + "]";
    }
    return builder.desc(text).get();
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
