package org.kiramr.oozie.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.util.ToolRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.jobs.simulate.SimulateCommand;

/** The actions of a night one after the other, in this process with Hadoop's local job runner. */
class NightTest {
  private static final String NIGHT = "2026-11-22";
  private static final String WORKFLOW = "0000001-261123000000000-oozie-W";
  private static final String VERIFICATION = "0000002-261123000000000-oozie-W";

  @TempDir static Path images;
  @TempDir Path catalogs;

  private TestStore files;

  @BeforeAll
  static void simulate() throws Exception {
    try (PrintStream quiet =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      String[] arguments = {
        "--frames",
        "2",
        "--bands",
        "gr",
        "--size",
        "200x150",
        "--overlap",
        "0",
        "--output",
        images.resolve(NIGHT).toString()
      };
      assertThat(ToolRunner.run(new JobConf(), new SimulateCommand(quiet), arguments)).isZero();
    }
  }

  @BeforeEach
  void store() {
    files = new TestStore(catalogs);
  }

  @Test
  void aNightIsExtractedPublishedAndRecorded() throws Exception {
    // what a killed attempt left, not yet an output of ours
    files.write("_staging/" + WORKFLOW + "/catalog/part-r-00000.ecsv", "half a");

    Map<String, String> extracted = extract("--threshold 2");
    assertThat(extracted).containsEntry("exitCode", "0").containsEntry("frames", "2");
    assertThat(Integer.parseInt(extracted.get("detections"))).isPositive();
    assertThat(files.names("_staging/" + WORKFLOW)).contains("_SUCCESS", "_provenance.json");

    Map<String, String> published =
        PublishAction.run(arguments("workflow=" + WORKFLOW, "night=" + NIGHT), conf());
    assertThat(published).containsEntry("version", "001");
    RecordAction.run(arguments("workflow=" + WORKFLOW, "night=" + NIGHT, "version=001"), conf());
    assertThat(files.read("_runs.tsv"))
        .contains(NIGHT + "/001", extracted.get("sha256"), extracted.get("detections"));
    assertThat(files.read(NIGHT + "/001/_provenance.json")).contains("\"2\"");
  }

  @Test
  void aPublishedNightIsReproducedUntilAFrameChanges() throws Exception {
    extract("--clean 1");
    PublishAction.run(arguments("workflow=" + WORKFLOW, "night=" + NIGHT), conf());
    RecordAction.run(arguments("workflow=" + WORKFLOW, "night=" + NIGHT, "version=001"), conf());

    Map<String, String> same = rerun("latest");
    assertThat(same).containsEntry("exitCode", "0").containsEntry("verdict", "reproduced");
    HistoryAction.run(arguments("workflow=" + VERIFICATION), conf());
    assertThat(files.read("_history.tsv")).contains("\treproduced\t", NIGHT + "/001");

    Path frame;
    try (Stream<Path> frames = Files.walk(images.resolve(NIGHT))) {
      frame = frames.filter(file -> file.toString().contains(".fit")).findFirst().orElseThrow();
    }
    byte[] original = Files.readAllBytes(frame);
    byte[] changed = original.clone();
    changed[changed.length / 2] ^= 1;
    Files.write(frame, changed);
    Map<String, String> different = rerun(catalogs.toUri() + NIGHT);
    Files.write(frame, original);
    assertThat(different).containsEntry("exitCode", "3").containsEntry("verdict", "inputs-changed");
    assertThat(different.get("sentence")).contains(frame.getFileName().toString());
    assertThat(files.names("_staging/" + VERIFICATION)).contains("_rerun.json");
  }

  @Test
  void tooManyRejectsAreAResult() throws Exception {
    Path broken = Files.writeString(images.resolve("broken.fits"), "not FITS");
    Map<String, String> extracted =
        ExtractAction.run(
            arguments(
                "workflow=" + WORKFLOW, "night=" + NIGHT, "input=" + broken, "options=--clean 1"),
            conf());
    assertThat(extracted).containsEntry("exitCode", "3").containsEntry("filesRejected", "1");
  }

  @Test
  void aMissingInputIsNamed() {
    assertThatThrownBy(
            () ->
                ExtractAction.run(
                    arguments(
                        "workflow=" + WORKFLOW,
                        "night=" + NIGHT,
                        "input=" + images.resolve("2026-11-21"),
                        "options=--clean 1"),
                    conf()))
        .hasMessageStartingWith("Input path does not exist: ")
        .hasMessageContaining("2026-11-21");
  }

  @Test
  void aWrongOptionIsNamed() {
    assertThatThrownBy(() -> extract("--treshold 2")).hasMessageContaining("--treshold");
    assertThatThrownBy(() -> extract("--output /elsewhere"))
        .hasMessageContaining("--output is given 2 times");
  }

  @Test
  void anOptionThatTheActionSetsIsRefused() {
    for (String options : List.of("--input /elsewhere", "--clean 1 --overwrite", "--help")) {
      assertThatThrownBy(() -> extract(options))
          .as(options)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("not to be given here: --");
    }
    assertThat(files.has("_staging")).isFalse();
  }

  @Test
  void aHostileNightIsRefusedBeforeTheWork() {
    assertThatThrownBy(
            () ->
                ExtractAction.run(
                    arguments(
                        "workflow=" + WORKFLOW,
                        "night=../x",
                        "input=" + images.resolve(NIGHT),
                        "options=--clean 1"),
                    conf()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the night is '../x'");
    assertThat(files.has("_staging")).isFalse();
  }

  private Map<String, String> extract(String options) throws Exception {
    return ExtractAction.run(
        arguments(
            "workflow=" + WORKFLOW,
            "night=" + NIGHT,
            "input=" + images.resolve(NIGHT),
            "options=" + options),
        conf());
  }

  private Map<String, String> rerun(String provenance) throws Exception {
    return RerunAction.run(
        arguments(
            "workflow=" + VERIFICATION, "provenance=" + provenance, "options=--split-mb auto"),
        conf());
  }

  private ActionArguments arguments(String... arguments) {
    String[] all =
        Stream.concat(Stream.of("catalogs=" + catalogs.toUri()), Stream.of(arguments))
            .toArray(String[]::new);
    Set<String> names =
        Stream.of(all)
            .map(argument -> argument.substring(0, argument.indexOf('=')))
            .collect(Collectors.toSet());
    return new ActionArguments(all, names);
  }

  private static Configuration conf() {
    return new JobConf();
  }
}
