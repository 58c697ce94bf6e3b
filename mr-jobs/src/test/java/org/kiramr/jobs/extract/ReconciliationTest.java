package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.TaskCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.catalog.EcsvWriter;
import org.kiramr.catalog.FieldRow;
import org.kiramr.catalog.OutputTables;

/** A job that loses anything on the way does not pass. */
class ReconciliationTest {
  @TempDir private Path directory;
  private final Counters counters = new Counters();
  private CatalogDigest written;

  @BeforeEach
  void aRunInWhichAllIsAccountedFor() throws Exception {
    Path fields = Files.createDirectory(directory.resolve("fields"));
    try (EcsvWriter writer =
        new EcsvWriter(
            Files.newOutputStream(fields.resolve("part-r-00000.ecsv")), OutputTables.FIELDS)) {
      writer.append(OutputTables.row(new FieldRow("a", "g+r", 2, 1, 30, "00")));
      writer.append(OutputTables.row(new FieldRow("b", "r", 1, 0, 12, "11")));
    }
    written =
        CatalogDigest.of(new org.apache.hadoop.fs.Path(directory.toUri()), new Configuration());
    set(KiraCounter.FILES_READ, 4);
    set(KiraCounter.FRAMES_EXTRACTED, 3);
    set(KiraCounter.FRAMES_REJECTED, 1);
    set(KiraCounter.FILES_REJECTED, 1);
    set(KiraCounter.DETECTIONS, 42);
    set(TaskCounter.MAP_INPUT_RECORDS, 9);
    set(TaskCounter.MAP_OUTPUT_RECORDS, 9);
    set(TaskCounter.REDUCE_INPUT_RECORDS, 9);
  }

  @Test
  void allIsAccountedFor() {
    assertThat(Reconciliation.complaint(counters, 4, written)).isNull();
    assertThat(Reconciliation.rejects(counters)).isEqualTo(2);
    assertThat(written.fields()).isEqualTo(2);
  }

  @Test
  void aFileThatWasNotReadIsMissed() {
    assertThat(Reconciliation.complaint(counters, 5, written)).contains("4 files of 5");
  }

  @Test
  void aFrameThatIsNeitherExtractedNorRejectedIsMissed() {
    set(KiraCounter.FRAMES_REJECTED, 0);
    assertThat(Reconciliation.complaint(counters, 4, written)).contains("5 frames and rejects");
  }

  @Test
  void aRecordLostInTheShuffleIsMissed() {
    set(TaskCounter.REDUCE_INPUT_RECORDS, 8);
    assertThat(Reconciliation.complaint(counters, 4, written)).contains("8 reduced");
  }

  @Test
  void aRowThatWasNotWrittenIsMissed() {
    set(KiraCounter.DETECTIONS, 43);
    assertThat(Reconciliation.complaint(counters, 4, written)).contains("43", "42 written");
  }

  private void set(KiraCounter counter, long value) {
    counters.findCounter(KiraCounter.GROUP, counter.name()).setValue(value);
  }

  private void set(TaskCounter counter, long value) {
    counters.findCounter(counter).setValue(value);
  }
}
