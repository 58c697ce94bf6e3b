package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiramr.jobs.SharedData;

/** The same inputs and parameters give the same rows, byte for byte, however the work is cut. */
class SameRowsIT {
  @TempDir private static Path directory;
  private static RunOutput reference;

  @BeforeAll
  static void extractOnce() throws Exception {
    reference = run("reference", "--reducers", "1");
    assertThat(reference.parts("catalog")).hasSize(1);
    assertThat(reference.catalog().lines()).hasSize(2943);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "7"})
  void withOtherReducers(String reducers) throws Exception {
    RunOutput output = run("reducers" + reducers, "--reducers", reducers);
    assertThat(output.parts("catalog")).hasSize(Integer.parseInt(reducers));
    assertSame(output);
    assertThat(output.directory().resolve("_provenance.json"))
        .content()
        .containsPattern("\"SHUFFLE\" : [1-9]");
  }

  @Test
  void withAMapForEachFile() throws Exception {
    assertSame(run("one", "--one-file-per-map"));
  }

  @Test
  void withSmallSplits() throws Exception {
    assertSame(run("small", "--split-mb", "4"));
  }

  @Test
  void whenRunAgain() throws Exception {
    assertSame(run("again"));
    assertSame(run("again", "--overwrite"));
  }

  private static void assertSame(RunOutput output) throws Exception {
    assertInOrder(output);
    assertThat(output.catalog()).isEqualTo(reference.catalog());
    for (String table : new String[] {"frames", "fields", "rejects", "files"}) {
      assertThat(output.sortedLines(table)).as(table).isEqualTo(reference.sortedLines(table));
    }
  }

  /** Fields ascend in each part and none is in two; frames ascend within their field. */
  private static void assertInOrder(RunOutput output) throws Exception {
    List<String> fields = new ArrayList<>();
    for (List<String> part : output.linesOfParts("catalog")) {
      List<String> ofPart = part.stream().map(SameRowsIT::field).distinct().toList();
      assertThat(part.stream().map(SameRowsIT::field)).isSorted();
      fields.addAll(ofPart);
    }
    assertThat(fields).doesNotHaveDuplicates().hasSize(6);
    for (List<String> part : output.linesOfParts("frames")) {
      assertThat(part).isSorted();
    }
  }

  private static String field(String line) {
    return line.substring(0, line.indexOf(','));
  }

  private static RunOutput run(String name, String... options) throws Exception {
    Path out = directory.resolve(name);
    LocalRun run = new LocalRun().input(SharedData.path("sdss-fpC")).with(options);
    assertThat(run.to(out)).as(run.printed()).isZero();
    return new RunOutput(out);
  }
}
