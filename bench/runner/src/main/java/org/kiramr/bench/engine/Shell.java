package org.kiramr.bench.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs commands that nobody times. */
public final class Shell {
  private static final int SHOWN = 2_000;

  private Shell() {}

  /**
   * How a command ended.
   *
   * @param text all that it printed
   */
  record Ended(int code, String text) {}

  /** Runs a command to its end, whatever that is. */
  static Ended end(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  /**
   * Runs a command to its end.
   *
   * @return what it printed
   * @throws IOException if it cannot be started or fails; the message holds the end of what it said
   */
  public static String run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Ended ended = end(command, environment);
    if (ended.code != 0) {
      String last = ended.text.substring(Math.max(0, ended.text.length() - SHOWN)).strip();
      String program = command.subList(0, Math.min(2, command.size())).toString();
      throw new IOException(program + " ended with " + ended.code + ": " + last);
    }
    return ended.text;
  }

  /** What a command prints, without its line ends; nothing if it cannot be run or fails. */
  public static Optional<String> ask(String... command) throws InterruptedException {
    try {
      return Optional.of(run(List.of(command), Map.of()).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
