package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.jobs.SharedData;
import org.kiramr.jobs.cli.ExitCode;

/** Every broken file is a reject with a reason, and costs the good ones nothing. */
class BadInputIT {
  @TempDir private static Path directory;
  private static Path good;
  private static Path broken;
  private static RunOutput mixed;
  private static int exitCode;

  @BeforeAll
  static void extractMixed() throws Exception {
    good = SharedData.path("sdss-fpC");
    broken = SharedData.path("broken");
    Path out = directory.resolve("mixed");
    exitCode = new LocalRun().input(good).input(broken).to(out);
    mixed = new RunOutput(out);
  }

  @Test
  void exitCodeSaysThatThereWereRejects() {
    assertThat(exitCode).isEqualTo(ExitCode.TOO_MANY_REJECTS);
  }

  @Test
  void rejectsUpToTheGivenNumberAreSuccess() throws Exception {
    int rejects = mixed.table("rejects").size();
    LocalRun allowed = new LocalRun().input(broken).with("--max-rejects", "" + rejects);
    assertThat(allowed.to(directory.resolve("allowed"))).isEqualTo(ExitCode.DONE);
    LocalRun tooMany = new LocalRun().input(broken).with("--max-rejects", "" + (rejects - 1));
    assertThat(tooMany.to(directory.resolve("too-many"))).isEqualTo(ExitCode.TOO_MANY_REJECTS);
  }

  @Test
  void everyBrokenFileHasARowWithAReason() throws Exception {
    Set<String> files;
    try (Stream<Path> tree = Files.walk(broken)) {
      files =
          tree.filter(Files::isRegularFile)
              .map(file -> broken.relativize(file).toString())
              .collect(Collectors.toCollection(TreeSet::new));
    }
    assertThat(files).hasSize(17);
    List<Map<String, String>> rejects = mixed.table("rejects");
    assertThat(rejects.stream().map(row -> row.get("image"))).containsAll(files);
    assertThat(rejects)
        .allSatisfy(
            row -> {
              assertThat(row.get("reason")).hasSizeGreaterThan(15).doesNotContain("Exception");
              assertThat(row.get("field")).isNotEmpty();
            });
  }

  @Test
  void goodFramesRowsAreWhatTheyAreAlone() throws Exception {
    Path out = directory.resolve("alone");
    assertThat(new LocalRun().input(good).to(out)).isEqualTo(ExitCode.DONE);
    RunOutput alone = new RunOutput(out);
    assertThat(mixed.rowsByFrame()).containsAllEntriesOf(alone.rowsByFrame());
    assertThat(digests(mixed)).containsAllEntriesOf(digests(alone));
  }

  @Test
  void everyFileIsAccountedFor() throws Exception {
    assertThat(mixed.table("files")).hasSize(6 + 17);
  }

  private static Map<String, String> digests(RunOutput output) throws Exception {
    return output.table("fields").stream()
        .collect(Collectors.toMap(row -> row.get("field"), row -> row.get("sha256")));
  }
}
