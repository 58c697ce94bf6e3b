package org.kiramr.bench.emr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A whole session that is only printed, its commands as the shell takes them apart. */
final class DryRun {
  /** A directory of the session that was not run. */
  final Path directory;

  /** The words of each command, {@code aws} left out. */
  final List<List<String>> commands;

  private DryRun(Path directory, List<List<String>> commands) {
    this.directory = directory;
    this.commands = commands;
  }

  /**
   * Prints a session of two numbers of frames, all engines and two repeats.
   *
   * @param scratch an empty directory
   */
  static DryRun of(Path scratch) throws IOException, InterruptedException {
    Path data = Files.createDirectory(scratch.resolve("it's data"));
    Path manifest = data.resolve("tiny.manifest");
    Files.writeString(
        manifest,
        """
        # data set: tiny
        # path, bytes, SHA-256; parted by tabs
        a/one.fits\t2880\t0000000000000000000000000000000000000000000000000000000000000000
        a/two.fits\t2880\t0101010101010101010101010101010101010101010101010101010101010101
        b/three.fits\t2880\t0202020202020202020202020202020202020202020202020202020202020202
        """);
    EmrBench run =
        EmrBench.run(
            "all",
            "--dry-run",
            "--region",
            "eu-central-1",
            "--bucket",
            "a-bucket",
            "--count",
            "3",
            "--manifest",
            manifest.toString(),
            "--data",
            data.toString(),
            "--frames",
            "2,3",
            "--repeats",
            "2",
            "--engines",
            "mr-yarn,spark-yarn,mr-yarn-one-file,spark-yarn-binaryfiles",
            "--directory",
            scratch.resolve("session").toString());
    assertThat(run.exitCode()).as(run.output()).isZero();
    return new DryRun(scratch.resolve("session/dry-run"), words(run.output(), scratch));
  }

  /** Lets bash run the commands, with a function in the place of {@code aws}. */
  private static List<List<String>> words(String script, Path scratch)
      throws IOException, InterruptedException {
    Path file = scratch.resolve("commands.sh");
    Files.writeString(
        file, "set -eu\naws() { printf '%s\\036' \"$@\"; printf '\\035'; }\n" + script);
    EmrBench bash = EmrBench.start(new ProcessBuilder("bash", file.toString()));
    assertThat(bash.exitCode()).as(bash.output()).isZero();
    List<List<String>> commands = new ArrayList<>();
    for (String command : parts(bash.output(), "\035")) {
      commands.add(parts(command, "\036"));
    }
    assertThat(commands).hasSize((int) script.lines().count());
    return commands;
  }

  /** What each of the ends ends. */
  private static List<String> parts(String text, String end) {
    List<String> parts = Arrays.asList(text.split(end, -1));
    return parts.subList(0, parts.size() - 1);
  }

  /** The steps of all commands, in order. */
  List<JsonNode> steps() throws IOException {
    List<JsonNode> steps = new ArrayList<>();
    for (List<String> command : commands) {
      int at = command.indexOf("--steps");
      if (at >= 0) {
        new ObjectMapper().readTree(command.get(at + 1)).forEach(steps::add);
      }
    }
    return steps;
  }

  /** The arguments of a step. */
  static List<String> arguments(JsonNode step) {
    List<String> words = new ArrayList<>();
    step.path("Args").forEach(word -> words.add(word.asText()));
    return words;
  }
}
