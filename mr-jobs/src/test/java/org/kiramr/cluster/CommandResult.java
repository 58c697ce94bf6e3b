package org.kiramr.cluster;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a process left behind.
 *
 * @param words the command line
 * @param exitCode what it returned
 * @param out its standard output
 * @param err its standard error
 */
public record CommandResult(List<String> words, int exitCode, String out, String err) {
  /** An application's id, or that of its job, which has the same numbers. */
  private static final Pattern APPLICATION = Pattern.compile("\\b(?:application|job)(_\\d+_\\d+)");

  public CommandResult {
    words = List.copyOf(words);
  }

  /**
   * All that helps to understand a failure: the command, its output, and the end of the container
   * logs of every YARN application that the output names. Made for {@code
   * assertThat(result.exitCode()).as(result.describe())}.
   */
  public String describe() {
    return String.join(" ", words)
        + "\nexit code "
        + exitCode
        + "\n--- standard output\n"
        + out
        + "\n--- standard error\n"
        + err
        + applications().stream().map(ContainerLogs::tail).collect(Collectors.joining());
  }

  /** The ids of the YARN applications that the output names, in order, each once. */
  public List<String> applications() {
    Matcher matcher = APPLICATION.matcher(out + "\n" + err);
    return matcher.results().map(match -> "application" + match.group(1)).distinct().toList();
  }
}
