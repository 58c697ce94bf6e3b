package org.kiramr.oozie.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineTableTest {
  @TempDir Path directory;

  private TestStore files;
  private LineTable table;

  @BeforeEach
  void store() {
    files = new TestStore(directory);
    table = new LineTable(files.store(), "_runs", List.of("ended", "value"));
  }

  @Test
  void linesAreInOrderOfTime() throws IOException {
    table.put("w1", List.of("2026-11-24T00:00:00Z", "b"));
    table.put("w2", List.of("2026-11-23T00:00:00Z", "a"));
    assertThat(files.read("_runs.tsv"))
        .isEqualTo("ended\tvalue\n2026-11-23T00:00:00Z\ta\n2026-11-24T00:00:00Z\tb\n");
  }

  @Test
  void aKeysLineIsReplacedNotDoubled() throws IOException {
    table.put("w1", List.of("2026-11-23T00:00:00Z", "first"));
    table.put("w1", List.of("2026-11-23T00:00:00Z", "second"));
    assertThat(files.read("_runs.tsv")).isEqualTo("ended\tvalue\n2026-11-23T00:00:00Z\tsecond\n");
  }

  @Test
  void aLineThatAnotherWorkflowLeftOutOfTheTableComesBack() throws IOException {
    table.put("w1", List.of("2026-11-23T00:00:00Z", "a"));
    files.write("_runs.tsv", "ended\tvalue\n");
    files.write("_runs/_w3.tsv.w3", "half a li");
    table.put("w2", List.of("2026-11-24T00:00:00Z", "b"));
    assertThat(table.lines())
        .containsExactly(
            List.of("2026-11-23T00:00:00Z", "a"), List.of("2026-11-24T00:00:00Z", "b"));
    assertThat(files.read("_runs.tsv")).contains("\ta\n", "\tb\n").doesNotContain("half");
  }

  @Test
  void aTableWrittenOverAnotherWorkflowsIsWrittenAgain() throws IOException {
    Store store = files.storeWithSomebodyElse("_runs.tsv", () -> put("w2", "2026-11-24T00:00:00Z"));
    new LineTable(store, "_runs", List.of("ended", "value"))
        .put("w1", List.of("2026-11-23T00:00:00Z", "a"));
    assertThat(files.read("_runs.tsv").lines()).hasSize(3);
  }

  private void put(String workflow, String ended) {
    try {
      table.put(workflow, List.of(ended, "b"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aCellIsOneLineAndNeverEmpty() throws IOException {
    table.put("w1", List.of("2026-11-23T00:00:00Z", "a\tb\nc"));
    table.put("w2", Arrays.asList("2026-11-23T00:00:00Z", null));
    assertThat(table.lines().get(0)).containsExactly("2026-11-23T00:00:00Z", "a b c");
    assertThat(table.lines().get(1)).containsExactly("2026-11-23T00:00:00Z", "-");
  }

  @Test
  void cellsMustFitTheColumns() {
    assertThatThrownBy(() -> table.put("w1", List.of("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thereAreNoLinesAtFirst() throws IOException {
    assertThat(table.lines()).isEmpty();
  }
}
