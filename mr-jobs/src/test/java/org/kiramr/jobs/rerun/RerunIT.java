package org.kiramr.jobs.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.jobs.cli.ExitCode;
import org.kiramr.jobs.extract.RunOutput;

/** The command from end to end with the local job runner, on a small simulated sky. */
class RerunIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CHANGED = "001000-g1-0011.fit";
  private static final String GONE = "001000-r1-0012.fit";

  @TempDir private static Path common;
  @TempDir private Path directory;
  private Path night;
  private Path catalogue;

  /** Two fields in two bands. */
  @BeforeAll
  static void simulate() throws IOException {
    Path sky = common.resolve("sky");
    KiraRun.of(
        ExitCode.DONE,
        "simulate",
        "-o",
        sky.toString(),
        "--frames",
        "4",
        "--bands",
        "gr",
        "--size",
        "256x256",
        "--overlap",
        "16");
    Files.createDirectory(common.resolve("night"));
    try (Stream<Path> files = Files.walk(sky)) {
      for (Path frame : files.filter(file -> file.toString().endsWith(".fit")).toList()) {
        String name = frame.getFileName().toString().substring("fpC-".length());
        Files.copy(frame, common.resolve("night").resolve(name));
      }
    }
    KiraRun.of(
        ExitCode.DONE,
        "extract",
        "-i",
        common.resolve("night").toString(),
        "-o",
        common.resolve("catalogue").toString(),
        "--threshold",
        "2",
        "--reducers",
        "1");
  }

  /** Each test may do what it wants to its own copies; the record names the common frames. */
  @BeforeEach
  void copy() throws IOException {
    night = copyTo(common.resolve("night"), directory.resolve("night"));
    catalogue = copyTo(common.resolve("catalogue"), directory.resolve("catalogue"));
    replace(catalogue, common.resolve("night").toString(), night.toString());
  }

  @Test
  void theSameInputsGiveTheSameRowsHoweverTheWorkIsCut() throws Exception {
    KiraRun run =
        KiraRun.of(
            ExitCode.DONE,
            "rerun",
            catalogue.resolve("_provenance.json").toString(),
            "--reducers",
            "3",
            "--one-file-per-map");

    Path again = directory.resolve("catalogue-rerun");
    assertThat(run.out())
        .contains("inputs: 4 on record, 4 there, 0 missing, 0 new")
        .endsWith("reproduced bit for bit\n");
    JsonNode result = result(again);
    assertThat(result.get("verdict").textValue()).isEqualTo("reproduced");
    assertThat(result.get("exitCode").intValue()).isZero();
    assertThat(result.get("output").textValue()).isEqualTo("file:" + again);
    assertThat(result.at("/digest/before")).isEqualTo(result.at("/digest/after"));
    assertThat(result.at("/digest/before").textValue()).matches("[0-9a-f]{64}");
    assertThat(result.at("/inputs/files").intValue()).isEqualTo(4);
    assertThat(result.get("seconds").doubleValue()).isPositive();
    for (String list : List.of("versions", "fields", "columns", "notes")) {
      assertThat(result.get(list)).as(list).isEmpty();
    }
    RunOutput output = new RunOutput(again);
    assertThat(output.parts("catalog")).hasSize(3);
    assertThat(output.catalog()).isEqualTo(new RunOutput(catalogue).catalog()).isNotEmpty();
    JsonNode provenance = JSON.readTree(again.resolve("_provenance.json").toFile());
    assertThat(provenance.at("/parameters/kira.extract.threshold-sigma").textValue())
        .isEqualTo("2");
    assertThat(provenance.at("/inputs/qualified").get(0).textValue()).isEqualTo("file:" + night);
  }

  @Test
  void aLateFrameAndOtherVersionsAreNamed() throws Exception {
    Files.copy(night.resolve(CHANGED), night.resolve("late.fit"));
    replace(catalogue, "\"engine\" : \"mapreduce\"", "\"engine\" : \"spark\"");
    replace(catalogue, "\"versions\" : {", "\"versions\" : { \"spark\" : \"3.5.9\",");
    replace(catalogue, "\"libsep\" : [ \"", "\"libsep\" : [ \"0.");

    KiraRun run = KiraRun.of(ExitCode.DONE, "rerun", catalogue.toString(), "--json", "-");

    JsonNode result = JSON.readTree(run.out());
    assertThat(result(directory.resolve("catalogue-rerun"))).isEqualTo(result);
    assertThat(result.get("verdict").textValue()).isEqualTo("reproduced");
    assertThat(result.at("/inputs/extra")).hasSize(1);
    assertThat(result.at("/inputs/extra/0").textValue())
        .isEqualTo("file:" + night.resolve("late.fit"));
    assertThat(result.at("/engine/before").textValue()).isEqualTo("spark");
    assertThat(result.at("/engine/after").textValue()).isEqualTo("mapreduce");
    assertThat(result.get("versions").findValuesAsText("name")).containsExactly("libsep", "spark");
    assertThat(result.at("/versions/0/before").textValue())
        .isEqualTo("0." + result.at("/versions/0/after").textValue());
    assertThat(result.at("/versions/1/after").isNull()).isTrue();
    assertThat(result.get("sentence").textValue())
        .isEqualTo(
            "reproduced bit for bit; other versions: libsep, spark; 1 new file was not extracted");
    assertThat(new RunOutput(directory.resolve("catalogue-rerun")).table("files")).hasSize(4);
  }

  @Test
  void aChangedAndAMissingFrameAreNamedAndTheOthersCompared() throws Exception {
    byte[] bytes = Files.readAllBytes(night.resolve(CHANGED));
    bytes[bytes.length / 2] ^= 0x40;
    Files.write(night.resolve(CHANGED), bytes);
    Files.delete(night.resolve(GONE));

    KiraRun run = KiraRun.of(ExitCode.DIFFERENT, "rerun", catalogue.toString());

    assertThat(run.out())
        .contains("  missing: file:" + night.resolve(GONE))
        .contains("  changed: file:" + night.resolve(CHANGED) + ": ")
        .contains("equal bit for bit, files left out: 2\n")
        .contains("note: whether published rows still have the digests on record was not checked")
        .endsWith(
            "inputs changed: 1 is another file than recorded (%s), 1 is missing (%s);"
                    .formatted(CHANGED, GONE)
                + " the rows of all others are reproduced bit for bit\n");
    JsonNode result = result(directory.resolve("catalogue-rerun"));
    assertThat(result.get("verdict").textValue()).isEqualTo("inputs-changed");
    assertThat(result.get("exitCode").intValue()).isEqualTo(ExitCode.DIFFERENT);
    JsonNode changed = result.at("/inputs/changed");
    assertThat(changed).hasSize(1);
    assertThat(changed.at("/0/image").textValue()).isEqualTo(CHANGED);
    assertThat(changed.at("/0/before/bytes")).isEqualTo(changed.at("/0/after/bytes"));
    assertThat(changed.at("/0/before/crc32")).isNotEqualTo(changed.at("/0/after/crc32"));
    assertThat(result.at("/inputs/missing").findValuesAsText("image")).containsExactly(GONE);
    assertThat(result.get("fields")).hasSize(2);
    assertThat(result.get("columns")).isEmpty();
    assertThat(result.at("/comparison/verdict").textValue()).isEqualTo("EQUAL_BIT_FOR_BIT");
    assertThat(result.at("/comparison/rows/equal").intValue()).isPositive();
    assertThat(result.at("/comparison/filesLeftOut").intValue()).isEqualTo(2);
  }

  @Test
  void aMaskIsAnInputToo() throws Exception {
    Path masked = Files.createDirectory(directory.resolve("masked"));
    for (String field : List.of("0011", "0012")) {
      Files.copy(night.resolve("001000-g1-" + field + ".fit"), masked.resolve(field + "-sci.fit"));
      // another band's pixels, of which one bit of sixteen counts
      Files.copy(night.resolve("001000-r1-" + field + ".fit"), masked.resolve(field + "-msk.fit"));
    }
    Path before = directory.resolve("before");
    KiraRun.of(
        ExitCode.DONE,
        "extract",
        "-i",
        masked.toString(),
        "-o",
        before.toString(),
        "--mask",
        "-sci=-msk",
        "--mask-bits",
        "0x1000");
    assertThat(KiraRun.of(ExitCode.DONE, "rerun", before.toString()).out())
        .endsWith("reproduced bit for bit\n");
    Path mask = masked.resolve("0011-msk.fit");
    Files.write(mask, new byte[2880], StandardOpenOption.APPEND);
    Files.delete(masked.resolve("0012-msk.fit"));

    KiraRun run = KiraRun.of(ExitCode.DIFFERENT, "rerun", "--overwrite", before.toString());

    assertThat(run.out())
        .endsWith(
            "inputs changed: 1 is another file than recorded (0011-msk.fit), 1 is missing (0012-msk.fit);"
                + " the rows of all others are reproduced bit for bit\n");
    JsonNode changed = result(directory.resolve("before-rerun")).at("/inputs/changed/0");
    assertThat(changed.get("image").textValue()).isEqualTo("0011-sci.fit");
    assertThat(changed.get("path").textValue()).isEqualTo("file:" + mask);
    assertThat(changed.at("/after/bytes").longValue())
        .isEqualTo(Files.size(mask))
        .isEqualTo(changed.at("/before/bytes").longValue() + 2880);
  }

  @Test
  void anotherParameterIsADifferenceWithItsColumn() throws Exception {
    replace(
        catalogue,
        "\"kira.extract.kron-factor\" : \"2.5\"",
        "\"kira.extract.kron-factor\" : \"2.6\"");

    KiraRun run = KiraRun.of(ExitCode.DIFFERENT, "rerun", catalogue.toString());

    assertThat(run.out()).contains("column flux_auto: ").contains("different: ", "flux_auto");
    JsonNode result = result(directory.resolve("catalogue-rerun"));
    assertThat(result.get("verdict").textValue()).isEqualTo("different");
    assertThat(result.get("columns").findValuesAsText("column"))
        .contains("flux_auto", "fluxerr_auto")
        .doesNotContain("x", "flux");
    assertThat(result.at("/columns/0/largestAbsolute").doubleValue()).isPositive();

    KiraRun.of(
        ExitCode.DONE, "rerun", catalogue.toString(), "--overwrite", "--tolerance", "*=abs:1e9");
    assertThat(result(directory.resolve("catalogue-rerun")).get("verdict").textValue())
        .isEqualTo("within-tolerance");
  }

  @Test
  void listsGlobsAndRelativePathsMeanTheFilesOfThen() throws Exception {
    Path here = Path.of("").toAbsolutePath().relativize(directory);
    Path list = Files.writeString(directory.resolve("list"), night.resolve(CHANGED) + "\n");
    Path before = directory.resolve("before");
    KiraRun.of(
        ExitCode.DONE,
        "extract",
        "-i",
        "@" + here.resolve("list"),
        "-i",
        here.resolve("night") + "/*-r1-*",
        "-o",
        before.toString());
    Files.copy(night.resolve(GONE), night.resolve("x-r1-x.fit"));
    Files.writeString(list, night.resolve("001000-g1-0012.fit") + "\n");

    KiraRun.of(ExitCode.DONE, "rerun", before.toString());

    JsonNode result = result(directory.resolve("before-rerun"));
    assertThat(result.at("/inputs/files").intValue()).isEqualTo(3);
    assertThat(result.at("/inputs/extra"))
        .extracting(JsonNode::textValue)
        .containsExactly(
            "file:" + night.resolve("001000-g1-0012.fit"), "file:" + night.resolve("x-r1-x.fit"));
    assertThat(new RunOutput(directory.resolve("before-rerun")).sortedLines("files"))
        .isEqualTo(new RunOutput(before).sortedLines("files"));
    assertThat(result.get("notes")).isEmpty();
  }

  @Test
  void whenNothingIsLeftTheResultSaysSo() throws Exception {
    try (Stream<Path> frames = Files.list(night)) {
      for (Path frame : frames.toList()) {
        Files.delete(frame);
      }
    }
    for (String option : List.of("--verbose", "--overwrite")) {
      KiraRun run = KiraRun.of(ExitCode.DIFFERENT, "rerun", option, catalogue.toString());
      assertThat(run.out()).endsWith(" and 1 more); none is left\n");
      JsonNode result = result(directory.resolve("catalogue-rerun"));
      assertThat(result.get("verdict").textValue()).isEqualTo("inputs-changed");
      assertThat(result.at("/inputs/missing")).hasSize(4);
      assertThat(result.at("/digest/after").isNull()).isTrue();
      assertThat(result.at("/notes/0").textValue()).contains("holds no files");
    }
  }

  @Test
  void theRepeatedOutputIsNeverTouched() throws Exception {
    List<String> files = listing(catalogue);
    for (Path output : List.of(catalogue, catalogue.resolve("x"), directory)) {
      KiraRun run =
          KiraRun.of(
              ExitCode.USAGE,
              "rerun",
              catalogue.toString(),
              "--overwrite",
              "-o",
              output.toString());
      assertThat(run.err()).contains("output", "Try 'kira rerun --help'.");
    }
    KiraRun run =
        KiraRun.of(ExitCode.USAGE, "rerun", catalogue.toString(), "--tolerance", "fluxes=abs:1");
    assertThat(run.err()).contains("no such column");
    assertThat(listing(catalogue)).isEqualTo(files);
  }

  @Test
  void anOutputThatIsNotTheOneOnRecordIsRefused() throws Exception {
    String digest =
        JSON.readTree(catalogue.resolve("_provenance.json").toFile())
            .at("/digests/catalog")
            .textValue();
    replace(catalogue, digest, "0".repeat(64));
    KiraRun run = KiraRun.of(ExitCode.FAILED, "rerun", catalogue.toString());
    assertThat(run.err()).contains("is not the catalogue of its record", digest);

    replace(catalogue, "0".repeat(64), digest);
    replace(catalogue, "\"files\" : 4", "\"files\" : 5");
    run = KiraRun.of(ExitCode.FAILED, "rerun", catalogue.toString());
    assertThat(run.err()).contains("has 4 rows, recorded are 5 files");
    assertThat(directory.resolve("catalogue-rerun")).doesNotExist();
  }

  private static JsonNode result(Path output) throws IOException {
    return JSON.readTree(output.resolve("_rerun.json").toFile());
  }

  private static Path copyTo(Path from, Path to) throws IOException {
    for (String name : listing(from)) {
      Path target = to.resolve(name);
      Files.createDirectories(target.getParent());
      Files.copy(from.resolve(name), target);
    }
    return to;
  }

  private static List<String> listing(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** Changes a text in the record and the table of files; it has to be in one of them. */
  private static void replace(Path output, String text, String by) throws IOException {
    List<Path> files = new ArrayList<>(List.of(output.resolve("_provenance.json")));
    files.addAll(new RunOutput(output).parts("files"));
    boolean found = false;
    for (Path file : files) {
      String before = Files.readString(file);
      found |= before.contains(text);
      Files.writeString(file, before.replace(text, by));
    }
    assertThat(found).as(text).isTrue();
  }
}
