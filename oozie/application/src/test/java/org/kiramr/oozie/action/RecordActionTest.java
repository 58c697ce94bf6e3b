package org.kiramr.oozie.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordActionTest {
  @TempDir Path directory;

  private TestStore files;

  @BeforeEach
  void store() {
    files = new TestStore(directory);
  }

  @Test
  void aRunIsOneLineOfWhatItsProvenanceSays() throws IOException {
    files.write(
        "2026-11-22/001/_provenance.json", TestRun.provenance("2026-11-23T09:01:00.750Z", 6512));
    record("w1", "001");
    assertThat(files.read("_runs.tsv"))
        .isEqualTo(
            """
            ended\tnight\tworkflow\tpublished\tframes\tframes_rejected\tfiles_rejected\tdetections\tfields\tsha256\tseconds
            2026-11-23T09:01:00Z\t2026-11-22\tw1\t2026-11-22/001\t59\t1\t2\t6512\t12\t9c56\t60.5
            """);
  }

  @Test
  void recordedAgainItIsStillOneLine() throws IOException {
    files.write(
        "2026-11-22/001/_provenance.json", TestRun.provenance("2026-11-23T09:01:00Z", 6512));
    record("w1", "001");
    record("w1", "001");
    assertThat(files.read("_runs.tsv").lines()).hasSize(2);
  }

  @Test
  void twoVersionsOfOneWorkflowAreTwoLines() throws IOException {
    files.write("2026-11-22/001/_provenance.json", TestRun.provenance("2026-11-23T09:01:00Z", 1));
    files.write("2026-11-22/002/_provenance.json", TestRun.provenance("2026-11-23T11:01:00Z", 2));
    record("w1", "001");
    record("w1", "002");
    assertThat(files.read("_runs.tsv"))
        .contains("\tw1\t2026-11-22/001\t", "\tw1\t2026-11-22/002\t");
  }

  @Test
  void theLatestRunIsTheOneThatEndedLast() throws IOException {
    files.write("2026-11-22/001/_provenance.json", TestRun.provenance("2026-11-23T09:01:00Z", 1));
    files.write("2026-11-22/002/_provenance.json", TestRun.provenance("2026-11-23T11:01:00Z", 2));
    record("w2", "002");
    record("w1", "001");
    assertThat(RunChoice.of("latest", files.store()))
        .isEqualTo(files.store().path("2026-11-22/002"));
  }

  @Test
  void aRunWithoutProvenanceIsRefused() {
    assertThatThrownBy(() -> record("w1", "001"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("2026-11-22/001/_provenance.json");
  }

  @Test
  void whatProvenanceLacksIsNamed() {
    files.write("2026-11-22/001/_provenance.json", "{\"started\": \"2026-11-23T09:00:00Z\"}");
    assertThatThrownBy(() -> record("w1", "001"))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("_provenance.json has no /ended");
    files.write("2026-11-22/001/_provenance.json", "{");
    assertThatThrownBy(() -> record("w1", "001")).hasMessageContaining("is not JSON");
  }

  private void record(String workflow, String version) throws IOException {
    String[] arguments = {
      "catalogs=" + directory.toUri(),
      "workflow=" + workflow,
      "night=2026-11-22",
      "version=" + version
    };
    RecordAction.run(
        new ActionArguments(arguments, Set.of("catalogs", "workflow", "night", "version")),
        new Configuration());
  }
}
