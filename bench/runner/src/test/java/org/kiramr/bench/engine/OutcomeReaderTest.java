package org.kiramr.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.bench.dataset.Sha256;
import org.kiramr.bench.record.FrameDetections;
import org.kiramr.bench.record.Stage;

class OutcomeReaderTest {
  private static final String HEADER = "field,band,image,hdu,number,x\n";
  private static final String ROWS_A = "A,g,a.fit,0,1,1.5\nA,r,b.fit,0,1,2.5\n";
  private static final String ROWS_B = "B,g,c.fit,0,1,3.5\n";
  private static final String EXPECTED =
      Sha256.of(
          "A " + Sha256.of(ROWS_A) + "\nB " + Sha256.of(ROWS_B) + "\nC " + Sha256.of("") + "\n");

  @TempDir private Path folder;
  private Path log;

  @BeforeEach
  void makeLog() throws IOException {
    log = Files.writeString(folder.resolve("log"), "");
  }

  private void csv() throws IOException {
    Files.writeString(folder.resolve("catalog.csv"), HEADER + ROWS_A + ROWS_B);
    Files.writeString(
        folder.resolve("frames.csv"),
        "field,band,width,height\nA,g,1000,2000\nA,r,1000,2000\nB,g,500,2000\nC,g,500,2000\n");
  }

  @Test
  void digestsTheRowsAsTheyStand() throws IOException {
    csv();
    Outcome outcome = OutcomeReader.read(folder, log, 1);
    assertThat(outcome.catalogSha256()).isEqualTo(EXPECTED);
    assertThat(outcome.detections()).isEqualTo(3);
    assertThat(outcome.fields()).isEqualTo(3);
    assertThat(outcome.frames()).isEqualTo(4);
    assertThat(outcome.rejects()).isZero();
    assertThat(outcome.megapixels()).isEqualTo(6);
    assertThat(outcome.fieldsTableAgrees()).isTrue();
  }

  @Test
  void tellsHowDetectionsAreSpreadOverFrames() throws IOException {
    csv();
    assertThat(OutcomeReader.frameDetections(folder)).isEmpty();
    Files.writeString(
        folder.resolve("frames.csv"), "field,band,detections\nA,g,30\nA,r,10\nB,g,20\n");
    FrameDetections spread = OutcomeReader.frameDetections(folder).orElseThrow();
    assertThat(spread.frames()).isEqualTo(3);
    assertThat(spread.quantile(0)).isEqualTo(10);
    assertThat(spread.quantile(0.5)).isCloseTo(20, within(1e-9));
    assertThat(spread.quantile(0.75)).isBetween(20.0, 30.0);
    assertThat(spread.quantile(1)).isEqualTo(30);
    assertThat(spread.mean()).isCloseTo(20, within(1e-9));
  }

  @Test
  void partsInAnyOrderGiveTheSameDigest() throws IOException {
    Path catalog = Files.createDirectories(folder.resolve("catalog"));
    String comments = "# %ECSV 1.0\n# ---\n";
    Files.writeString(catalog.resolve("part-r-00000.ecsv"), comments + HEADER + ROWS_B);
    Files.writeString(catalog.resolve("part-r-00001.ecsv"), comments + HEADER + ROWS_A);
    Files.writeString(catalog.resolve("part-r-00002.ecsv"), comments + HEADER);
    Files.writeString(catalog.resolve(".part-r-00000.ecsv.crc"), "not a table");
    Path frames = Files.createDirectories(folder.resolve("frames"));
    Files.writeString(frames.resolve("part.ecsv"), comments + "field,width,height\nC,1,1\n");
    assertThat(OutcomeReader.read(folder, log, 1).catalogSha256()).isEqualTo(EXPECTED);
  }

  @Test
  void oneChangedDigitIsAnotherCatalogue() throws IOException {
    csv();
    Files.writeString(
        folder.resolve("catalog.csv"), HEADER + ROWS_A + ROWS_B.replace("3.5", "3.6"));
    assertThat(OutcomeReader.read(folder, log, 1).catalogSha256()).isNotEqualTo(EXPECTED);
  }

  @Test
  void doesNotBelieveATableOfFieldsThatDiffersFromTheRows() throws IOException {
    csv();
    String right =
        "A," + Sha256.of(ROWS_A) + "\nB," + Sha256.of(ROWS_B) + "\nC," + Sha256.of("") + "\n";
    Path fields = folder.resolve("fields.csv");
    Files.writeString(fields, "field,sha256\n" + right);
    assertThat(OutcomeReader.read(folder, log, 1).fieldsTableAgrees()).isTrue();
    Files.writeString(fields, "field,sha256\n" + right.replace("B,", "D,"));
    assertThat(OutcomeReader.read(folder, log, 1).fieldsTableAgrees()).isFalse();
  }

  @Test
  void withoutATableOfFramesThatOfFieldsTellsWhichHaveNoRows() throws IOException {
    Files.writeString(folder.resolve("catalog.csv"), HEADER + ROWS_A + ROWS_B);
    Files.writeString(
        folder.resolve("fields.csv"),
        "field,sha256\nA,"
            + Sha256.of(ROWS_A)
            + "\nB,"
            + Sha256.of(ROWS_B)
            + "\nC,"
            + Sha256.of("")
            + "\n");
    Outcome outcome = OutcomeReader.read(folder, log, 1);
    assertThat(outcome.catalogSha256()).isEqualTo(EXPECTED);
    assertThat(outcome.fieldsTableAgrees()).isTrue();
    assertThat(outcome.frames()).isEqualTo(-1);
  }

  @Test
  void withoutACatalogueThereIsNoOutcome() {
    assertThatThrownBy(() -> OutcomeReader.read(folder, log, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no catalogue");
  }

  @Test
  void readsStagesFromWhatWasPrinted() throws IOException {
    csv();
    Files.writeString(log, "files 2\nread 8.5 ms, extract 40.0 ms, merge 1.0 ms; wall 900.0 ms\n");
    assertThat(OutcomeReader.read(folder, log, 1.5).stageSeconds())
        .hasSize(4)
        .hasEntrySatisfying(Stage.READ, time -> assertThat(time).isEqualTo(0.0085))
        .hasEntrySatisfying(Stage.SHUFFLE, time -> assertThat(time).isEqualTo(0.001))
        .hasEntrySatisfying(Stage.LAUNCH, time -> assertThat(time).isEqualTo(0.6, within(1e-9)));
  }

  @Test
  void addsTheStagesOfManyProcessesAndThenKnowsNoLaunch() throws IOException {
    csv();
    Files.writeString(log, "read 8.0 ms; wall 9.0 ms\nread 2.0 ms; wall 3.0 ms\n");
    assertThat(OutcomeReader.read(folder, log, 1).stageSeconds())
        .containsOnlyKeys(Stage.READ)
        .containsEntry(Stage.READ, 0.01);
  }

  @Test
  void readsStagesFromCounters() throws IOException {
    csv();
    Files.writeString(
        folder.resolve("_provenance.json"),
        """
        {"started": "2026-11-23T00:00:01Z", "ended": "2026-11-23T00:00:03.500Z",
         "counters": {"DECODE": 1500, "DETECTIONS": 3, "WRITE": 250}}
        """);
    assertThat(OutcomeReader.read(folder, log, 4).stageSeconds())
        .containsOnlyKeys(Stage.DECODE, Stage.WRITE, Stage.LAUNCH)
        .containsEntry(Stage.DECODE, 1.5)
        .containsEntry(Stage.LAUNCH, 1.5);
  }
}
