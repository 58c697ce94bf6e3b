package org.kiramr.oozie.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryActionTest {
  @TempDir Path directory;

  private TestStore files;

  @BeforeEach
  void store() {
    files = new TestStore(directory);
    files.write("_staging/w1/_provenance.json", TestRun.provenance("2026-11-23T10:00:41Z", 6512));
  }

  @Test
  void aVerificationIsOneLineWithVersionsBeforeAndNow() throws IOException {
    files.write("_staging/w1/_rerun.json", TestRun.rerun("different", "\"e3b0\""));
    keep("w1");
    keep("w1");
    assertThat(files.read("_history.tsv"))
        .isEqualTo(
            """
            started\tworkflow\tprovenance\tverdict\tsha256_before\tsha256_after\tversions_changed\tversions\tseconds\tsentence
            2026-11-23T10:00:00Z\tw1\thdfs://nn/catalogs/2026-11-22/001/_provenance.json\tdifferent\t9c56\te3b0\tlibsep: 1.2.1 -> 1.4.1; libwcs: none -> 7.12\thadoop=3.4.2; libsep=1.2.1+1.4.1\t41.2\tdifferent: 1 of 12 fields
            """);
  }

  @Test
  void theReportIsKeptWholeWithoutBecomingALine() throws IOException {
    String report = TestRun.rerun("reproduced", "\"9c56\"");
    files.write("_staging/w1/_rerun.json", report);
    keep("w1");
    assertThat(files.read("_history/w1.json")).isEqualTo(report);
    assertThat(files.read("_history.tsv").lines()).hasSize(2);
  }

  @Test
  void withoutAnyInputThereIsNoNewDigest() throws IOException {
    files.write("_staging/w2/_rerun.json", TestRun.rerun("inputs-changed", "null"));
    keep("w2");
    assertThat(files.read("_history.tsv")).contains("\tinputs-changed\t9c56\t-\t", "\t-\t41.2\t");
  }

  private void keep(String workflow) throws IOException {
    String[] arguments = {"catalogs=" + directory.toUri(), "workflow=" + workflow};
    HistoryAction.run(
        new ActionArguments(arguments, Set.of("catalogs", "workflow")), new Configuration());
  }
}
