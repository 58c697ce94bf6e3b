package org.kiramr.jobs.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.catalog.Column;
import org.kiramr.catalog.ColumnType;
import org.kiramr.catalog.EcsvWriter;
import org.kiramr.catalog.OutputTables;
import org.kiramr.catalog.TableSchema;
import org.kiramr.jobs.cli.ExitCode;
import org.kiramr.jobs.extract.RunOutput;

/** Reruns of outputs that an earlier version made, that were damaged, or that have two names. */
class RerunOfOddOutputsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** As the table of files had them before it told of masks and maps of noise. */
  private static final List<Column> OLD_COLUMNS = OutputTables.FILES.columns().subList(0, 7);

  @TempDir private Path directory;
  private Path catalogue;

  /** One field in two bands, of which one serves as the other's mask. */
  @BeforeEach
  void extract() throws IOException {
    Path sky = directory.resolve("sky");
    KiraRun.of(
        ExitCode.DONE,
        "simulate",
        "-o",
        sky.toString(),
        "--frames",
        "2",
        "--bands",
        "gr",
        "--size",
        "256x256",
        "--overlap",
        "16");
    Path night = Files.createDirectory(directory.resolve("night"));
    try (Stream<Path> files = Files.walk(sky)) {
      for (Path frame : files.filter(file -> file.toString().endsWith(".fit")).toList()) {
        boolean image = frame.getFileName().toString().contains("-g");
        Files.copy(frame, night.resolve(image ? "one-sci.fit" : "one-msk.fit"));
      }
    }
    catalogue = directory.resolve("catalogue");
    KiraRun.of(
        ExitCode.DONE,
        "extract",
        "-i",
        night.toString(),
        "-o",
        catalogue.toString(),
        "--mask",
        "-sci=-msk",
        "--mask-bits",
        "0x1000");
  }

  @Test
  void aMaskThatAnOldRecordDoesNotTellIsNoChange() throws Exception {
    dropCompanions();

    KiraRun.of(ExitCode.DONE, "rerun", catalogue.toString());

    JsonNode result = result();
    assertThat(result.get("verdict").textValue()).isEqualTo("reproduced");
    assertThat(result.at("/inputs/changed")).isEmpty();
    assertThat(result.get("notes"))
        .extracting(JsonNode::textValue)
        .singleElement()
        .asString()
        .startsWith("whether the files of masks and maps of noise have changed was not checked");
  }

  @Test
  void whatRelativeInputsMeantIsNotMadeUp() throws Exception {
    Path record = catalogue.resolve("_provenance.json");
    JsonNode root = JSON.readTree(record.toFile());
    ((ObjectNode) root.get("inputs")).remove("qualified");
    JSON.writeValue(record.toFile(), root);

    KiraRun.of(ExitCode.DONE, "rerun", catalogue.toString());

    Path again = directory.resolve("catalogue-rerun");
    JsonNode inputs = JSON.readTree(again.resolve("_provenance.json").toFile()).get("inputs");
    assertThat(inputs.has("qualified")).isFalse();
    assertThat(inputs.get("arguments")).isEqualTo(root.at("/inputs/arguments"));
    assertThat(result().at("/notes/0").textValue()).startsWith("new files were not looked for");
    // the new record can be repeated as the old one can
    KiraRun.of(ExitCode.DONE, "rerun", again.toString());
  }

  @Test
  void aDamagedRowIsSeenAlthoughItsDigestIsRight() throws Exception {
    damage("catalog", "npix");

    KiraRun run = KiraRun.of(ExitCode.DIFFERENT, "rerun", catalogue.toString());

    assertThat(run.out())
        .endsWith("different: 1 row with other values, columns npix, 1 digest not of the rows\n");
    JsonNode result = result();
    assertThat(result.at("/digest/before")).isEqualTo(result.at("/digest/after"));
    assertThat(result.get("columns").findValuesAsText("column")).containsExactly("npix");
    assertThat(result.at("/comparison/firstDigestMismatches/0/side").textValue()).isEqualTo("A");
  }

  @Test
  void aDamagedFrameOrFieldIsSeenAlthoughNoDigestIsOfIt() throws Exception {
    damage("frames", "masked");

    assertThat(KiraRun.of(ExitCode.DIFFERENT, "rerun", catalogue.toString()).out())
        .endsWith("different: 1 frame with other values, columns masked of frames/\n");
    JsonNode result = result();
    assertThat(result.get("verdict").textValue()).isEqualTo("different");
    assertThat(result.get("columns")).isEmpty();
    assertThat(result.at("/comparison/verdict").textValue()).isEqualTo("DIFFERENT");

    damage("fields", "detections");

    assertThat(KiraRun.of(ExitCode.DIFFERENT, "rerun", "--overwrite", catalogue.toString()).out())
        .endsWith(
            "different: 1 frame with other values, columns masked of frames/,"
                + " 1 field with other values in fields/\n");
  }

  @Test
  void aLostRowIsSeenToo() throws Exception {
    Path part = partWithRows("catalog");
    List<String> lines = Files.readAllLines(part);
    Files.write(part, lines.subList(0, lines.size() - 1));

    KiraRun run = KiraRun.of(ExitCode.DIFFERENT, "rerun", catalogue.toString());

    assertThat(run.out()).endsWith("different: 1 row only after, 1 digest not of the rows\n");
  }

  @Test
  void theRepeatedOutputIsKnownByAnyName() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("link"), catalogue);
    Path above = Files.createSymbolicLink(directory.resolve("above"), directory);
    for (Path output : List.of(link, link.resolve("x"), above.resolve("catalogue"))) {
      KiraRun run =
          KiraRun.of(
              ExitCode.USAGE,
              "rerun",
              catalogue.toString(),
              "--overwrite",
              "-o",
              output.toString());
      assertThat(run.err()).contains(output.toString());
    }
    KiraRun.of(ExitCode.USAGE, "rerun", link.toString(), "--overwrite", "-o", catalogue.toString());
    assertThat(new RunOutput(catalogue).catalog()).isNotEmpty();
    assertThat(catalogue.resolve("x")).doesNotExist();
  }

  /** As it would be met under a name of its file system that nothing here knows. */
  @Test
  void theRepeatedOutputIsKnownByItsRecordToo() throws Exception {
    Path other = Files.createDirectory(directory.resolve("other-name"));
    try (Stream<Path> files = Files.walk(catalogue)) {
      for (Path file : files.filter(file -> !file.equals(catalogue)).toList()) {
        Files.copy(file, other.resolve(catalogue.relativize(file)));
      }
    }
    String[] words = {"rerun", catalogue.toString(), "--overwrite", "-o", other.toString()};

    assertThat(KiraRun.of(ExitCode.USAGE, words).err())
        .contains(other + " has the very record that is repeated", "may be the same place");
    assertThat(new RunOutput(other).catalog()).isEqualTo(new RunOutput(catalogue).catalog());

    // the output of another run with the same rows is replaced
    Files.writeString(other.resolve("_provenance.json"), " ", StandardOpenOption.APPEND);
    KiraRun.of(ExitCode.DONE, words);
  }

  private JsonNode result() throws IOException {
    return JSON.readTree(directory.resolve("catalogue-rerun/_rerun.json").toFile());
  }

  /** Puts another digit behind a number in a published table's first row. */
  private void damage(String table, String column) throws IOException {
    Path part = partWithRows(table);
    List<String> lines = Files.readAllLines(part);
    int header = header(lines);
    String[] values = lines.get(header + 1).split(",", -1);
    values[List.of(lines.get(header).split(",", -1)).indexOf(column)] += "1";
    lines.set(header + 1, String.join(",", values));
    Files.write(part, lines);
  }

  private Path partWithRows(String table) throws IOException {
    for (Path part : new RunOutput(catalogue).parts(table)) {
      List<String> lines = Files.readAllLines(part);
      if (lines.size() > header(lines) + 1) {
        return part;
      }
    }
    throw new AssertionError("no rows");
  }

  /** Which line has the names of the columns. */
  private static int header(List<String> lines) {
    int line = 0;
    while (lines.get(line).startsWith("#")) {
      line++;
    }
    return line;
  }

  /** Writes the table of files anew, as an earlier version would have. */
  private void dropCompanions() throws IOException {
    RunOutput output = new RunOutput(catalogue);
    List<Map<String, String>> rows = output.table("files");
    List<Path> parts = output.parts("files");
    for (Path part : parts) {
      try (EcsvWriter writer =
          new EcsvWriter(Files.newOutputStream(part), new TableSchema("files", OLD_COLUMNS))) {
        for (Map<String, String> row : rows) {
          writer.append(OLD_COLUMNS.stream().map(column -> value(column, row)).toArray());
        }
        // all of them are in the first part now
        rows = List.of();
      }
    }
  }

  private static Object value(Column column, Map<String, String> row) {
    String text = row.get(column.name());
    return column.type() == ColumnType.STRING ? text : (Object) Long.valueOf(text);
  }
}
