package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.cluster.Command;
import org.kiramr.cluster.CommandResult;

/** What one sees of {@code kira extract} while it runs, where the output is no terminal. */
class WatchedRunIT {
  private static final Pattern PROGRESS =
      Pattern.compile(
          "(?m)^\\d+ of 15 files, \\d+ frames, [\\d,]+ detections, 0 rejects, \\d:\\d\\d(, [\\d:]+ left)?$");

  private static final Pattern LOG_FILE = Pattern.compile("(?m)^Hadoop's log: (.+)$");

  @TempDir private static Path directory;
  private static Path sky;

  @BeforeAll
  static void simulate() throws Exception {
    sky = directory.resolve("sky");
    CommandResult result = Command.kira("simulate", "-o", sky.toString(), "--frames", "15").run();
    assertThat(result.exitCode()).as(result::describe).isZero();
  }

  @Test
  void aLineEveryFewSecondsAndHadoopsLogInAFile() throws Exception {
    // The JVM interprets only: a job that takes longer than the time between lines anywhere.
    CommandResult result = run("slow", "-Xmx1g -Xint");

    assertThat(result.out()).containsPattern(PROGRESS).doesNotContain("\r");
    assertThat(result.err()).isEmpty();
    assertThat(LOG_FILE.matcher(result.out()).results().map(match -> Path.of(match.group(1))))
        .singleElement()
        .satisfies(file -> assertThat(file).content().contains("INFO", "mapreduce.Job"));
  }

  @Test
  void hadoopsLogOnStandardErrorWhenAskedFor() throws Exception {
    CommandResult result = run("verbose", "-Xmx1g", "-v");

    assertThat(result.out()).doesNotContainPattern(LOG_FILE).contains("sha256: ");
    assertThat(result.err()).contains("INFO", "mapreduce.Job");
  }

  private static CommandResult run(String name, String jvmOptions, String... more)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("extract", "-i", sky.toString()));
    words.addAll(List.of("-o", directory.resolve(name).toString()));
    words.addAll(List.of(more));
    CommandResult result =
        Command.kira(words.toArray(String[]::new)).with("KIRA_OPTS", jvmOptions).run();
    assertThat(result.exitCode()).as(result::describe).isZero();
    return result;
  }
}
