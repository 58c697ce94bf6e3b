package org.kiramr.bench.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.cli.DefaultParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.record.SessionFile;
import org.kiramr.bench.record.Stage;
import org.kiramr.bench.report.ReportCommand;

/** What the scripts leave, and what a cluster would have given, becomes a session. */
class ImportEmrCommandTest {
  @TempDir private Path scratch;

  private Path directory;
  private List<PlannedRun> plan;

  @BeforeEach
  void makeSession() throws IOException, InterruptedException {
    directory = DryRun.of(scratch).directory;
    plan = PlannedRun.read(directory.resolve("plan.tsv"));
    Files.writeString(
        directory.resolve("cluster.json"),
        """
        {"Cluster": {"ReleaseLabel": "emr-7.13.0", "Applications": [
          {"Name": "Hadoop", "Version": "3.4.2"}, {"Name": "Spark", "Version": "3.5.6"}]}}
        """);
    writeSteps("COMPLETED");
    for (PlannedRun run : plan) {
      writeOutput(run, "aa");
    }
  }

  @Test
  void everyRunIsRecorded() throws Exception {
    Session session = imported(0);
    assertThat(session.runs()).hasSize(plan.size()).allMatch(EngineRun::counts);
    assertThat(session.title()).isEqualTo("emr-7.13.0: 3 core nodes of m6i.xlarge");
    assertThat(session.dataSet()).isEqualTo("tiny");
    assertThat(session.manifestSha256()).hasSize(64);
    assertThat(session.versions())
        .containsEntry("Spark of EMR", "3.5.6")
        .containsEntry("java", "17.0.17")
        .containsEntry("libsep", "[\"1.2.1 layout V1_2\"]");
    assertThat(session.settings())
        .containsKey("not measured")
        .containsEntry("region", "eu-central-1");
    EngineRun run = session.runs().get(1);
    assertThat(run.engine()).isEqualTo("spark-yarn");
    assertThat(run.frames()).isEqualTo(2);
    assertThat(run.turn()).isEqualTo(2);
    assertThat(run.cores()).isEqualTo(11);
    assertThat(run.bytes()).isEqualTo(5760);
    assertThat(run.wallSeconds()).isCloseTo(60.5, within(1e-6));
    assertThat(run.megapixels()).isCloseTo(2 * 2048 * 1489 / 1e6, within(1e-9));
    assertThat(run.stageSeconds())
        .containsEntry(Stage.EXTRACT, 4.5)
        .hasEntrySatisfying(Stage.LAUNCH, s -> assertThat(s).isCloseTo(20.5, within(1e-6)));
    assertThat(run.detections()).isEqualTo(77);
    assertThat(run.started()).isEqualTo("2026-11-22T10:00:00Z");
    assertThat(run.command()).startsWith("command-runner.jar", "spark-submit");
  }

  @Test
  void theReportComparesTheEngines() throws Exception {
    writeSteps(
        "COMPLETED",
        run ->
            "2026-11-22T10:%02d:00+00:00"
                .formatted((run.engine().startsWith("mr") ? 2 : 1) * run.frames()));
    imported(0);
    Path report = scratch.resolve("report");
    ReportCommand command = new ReportCommand();
    String[] words = {scratch.resolve("session.json").toString(), "-o", report.toString()};
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    assertThat(command.run(new DefaultParser().parse(command.options(), words), nowhere)).isZero();
    assertThat(Files.readString(report.resolve("report.md")))
        .contains(
            "**mr-yarn against spark-yarn** (tiny, 11 cores, cold): **slower in every one of 4 pairs"
                + " of runs**: 360.0 s against 180.0 s with 3 frames. One more frame costs 120000.0 ms"
                + " against 60000.0 ms, 2.00 times as much")
        .doesNotContain("NaN");
  }

  @Test
  void timesOfBothVersionsOfTheCommandLineAreRead() throws Exception {
    Path steps = directory.resolve("steps.json");
    String iso = Files.readString(steps);
    Session first = imported(0);
    Files.writeString(
        steps,
        iso.replace("\"2026-11-22T10:00:00+00:00\"", "1795341600.0")
            .replace("\"2026-11-22T11:01:00.500000+01:00\"", "1795341660.5"));
    assertThat(imported(0)).isEqualTo(first);
  }

  @Test
  void runWithOtherRowsIsVoid() throws Exception {
    writeOutput(plan.get(1), "bb");
    Session session = imported(3);
    assertThat(session.runs().get(1).voidReason())
        .contains("rows differ", plan.get(0).name(), "mr-yarn");
    assertThat(session.runs().stream().filter(EngineRun::counts)).hasSize(plan.size() - 1);
  }

  @Test
  void runThatLostFramesIsVoid() throws Exception {
    Path provenance = provenance(plan.get(2));
    Files.writeString(
        provenance,
        Files.readString(provenance).replace("\"FRAMES_EXTRACTED\": 2", "\"FRAMES_EXTRACTED\": 1"));
    assertThat(imported(3).runs().get(2).voidReason())
        .isEqualTo("1 frames extracted of 2 in the list");
  }

  @Test
  void runWithoutOutputIsVoid() throws Exception {
    Files.delete(provenance(plan.get(0)));
    assertThat(imported(3).runs().get(0).voidReason())
        .isEqualTo("no _provenance.json in " + plan.get(0).output());
  }

  @Test
  void failedStepIsVoid() throws Exception {
    writeSteps("FAILED");
    Session session = imported(3);
    assertThat(session.runs()).noneMatch(EngineRun::counts);
    assertThat(session.runs().get(0).voidReason()).isEqualTo("the step is FAILED: no disk");
    assertThat(session.runs().get(0).exitCode()).isEqualTo(1);
  }

  @Test
  void damagedPlanIsNamed() throws IOException {
    Files.writeString(directory.resolve("plan.tsv"), "one\ttwo\n");
    assertThatThrownBy(() -> imported(0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("plan.tsv, line 1");
  }

  private Session imported(int exitCode) throws Exception {
    Path output = scratch.resolve("session.json");
    ImportEmrCommand command = new ImportEmrCommand();
    String[] words = {directory.toString(), "-o", output.toString()};
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      assertThat(command.run(new DefaultParser().parse(command.options(), words), out))
          .as(said::toString)
          .isEqualTo(exitCode);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).contains(plan.size() + " runs");
    return SessionFile.read(output);
  }

  private void writeSteps(String state) throws IOException {
    writeSteps(state, run -> "2026-11-22T11:01:00.500000+01:00");
  }

  private void writeSteps(String state, Function<PlannedRun, String> end) throws IOException {
    List<String> steps = new ArrayList<>();
    for (PlannedRun run : plan) {
      String jar = run.engine().startsWith("mr") ? "s3://b/kira-mr.jar" : "command-runner.jar";
      steps.add(
          """
          {"Id": "s-1", "Name": "%s", "Config": {"Jar": "%s", "Args": ["spark-submit", "x"]},
           "Status": {"State": "%s", "FailureDetails": {"Reason": "no disk"}, "Timeline": {
             "CreationDateTime": "2026-11-22T09:00:00+00:00",
             "StartDateTime": "2026-11-22T10:00:00+00:00",
             "EndDateTime": "%s"}}}
          """
              .formatted(run.name(), jar, state, end.apply(run)));
    }
    Files.writeString(
        directory.resolve("steps.json"), "{\"Steps\": [" + String.join(",", steps) + "]}");
  }

  private Path provenance(PlannedRun run) {
    return directory.resolve("runs").resolve(run.name()).resolve("_provenance.json");
  }

  private void writeOutput(PlannedRun run, String digest) throws IOException {
    Path frames = directory.resolve("runs").resolve(run.name()).resolve("frames");
    Files.createDirectories(frames);
    Files.writeString(
        provenance(run),
        """
        {"started": "2026-11-22T10:00:15Z", "ended": "2026-11-22T10:00:55Z",
         "inputs": {"files": %1$d, "bytes": %2$d},
         "versions": {"java": "17.0.17", "libsep": ["1.2.1 layout V1_2"]},
         "counters": {"FRAMES_EXTRACTED": %1$d, "DETECTIONS": 77, "FIELDS": 1,
           "BYTES_READ": %2$d, "EXTRACT": 4500, "WRITE": 250},
         "digests": {"catalog": "%3$s"}}
        """
            .formatted(run.frames(), 2880 * run.frames(), digest));
    StringBuilder rows = new StringBuilder("# a comment\nfield,image,width,height\n");
    for (int i = 0; i < run.frames(); i++) {
      rows.append("f,\"a,b\",2048,1489\n");
    }
    Files.writeString(frames.resolve("part-r-00000.ecsv"), rows.toString());
  }
}
