package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
    assertThat(output.catalog()).isEqualTo(reference.catalog());
    for (String table : new String[] {"frames", "fields", "rejects", "files"}) {
      assertThat(output.sortedLines(table)).as(table).isEqualTo(reference.sortedLines(table));
    }
  }

  private static RunOutput run(String name, String... options) throws Exception {
    Path out = directory.resolve(name);
    LocalRun run = new LocalRun().input(SharedData.path("sdss-fpC")).with(options);
    assertThat(run.to(out)).as(run.printed()).isZero();
    return new RunOutput(out);
  }
}
