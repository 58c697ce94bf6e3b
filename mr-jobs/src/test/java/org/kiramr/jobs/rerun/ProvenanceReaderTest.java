package org.kiramr.jobs.rerun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiramr.jobs.cli.UsageException;

/** Records as extract writes them are understood, all else is refused in one line. */
class ProvenanceReaderTest {
  private static final String RECORD =
      """
      {
        "command" : "extract", "engine" : "spark", "started" : "2026-11-23T00:00:00Z",
        "inputs" : { "arguments" : [ "in", "@list" ],
                     "qualified" : [ "hdfs://h/u/in", "@hdfs://h/u/list" ],
                     "files" : 3, "bytes" : 17, "list" : "files/" },
        "parameters" : { "kira.extract.clean-parameter" : "1.0", "kira.extract.mask" : null },
        "versions" : { "java" : "17", "libsep" : [ "1.2.1", "1.4.1" ], "libwcs" : [ ] },
        "digests" : { "catalog" : "%s", "fields" : "fields/" },
        "later" : [ { "things" : 1 } ]
      }
      """
          .formatted("0123456789abcdef".repeat(4));

  @TempDir private Path directory;

  private RecordedRun read(String text) throws Exception {
    Path file = Files.writeString(directory.resolve("_provenance.json"), text);
    return ProvenanceReader.read(file.toString(), new Configuration());
  }

  @Test
  void whatARerunNeedsIsTaken() throws Exception {
    RecordedRun run = read(RECORD);
    assertThat(run.output().toString()).isEqualTo("file:" + directory);
    assertThat(run.engine()).isEqualTo("spark");
    assertThat(run.inputs()).containsExactly("hdfs://h/u/in", "@hdfs://h/u/list");
    assertThat(run.qualified()).isTrue();
    assertThat(run.files()).isEqualTo(3);
    assertThat(run.parameters())
        .hasSize(2)
        .containsEntry("kira.extract.clean-parameter", "1.0")
        .containsEntry("kira.extract.mask", null);
    assertThat(run.versions()).containsEntry("libsep", "1.2.1, 1.4.1").containsEntry("libwcs", "");
    assertThat(run.digest()).startsWith("0123");
  }

  @Test
  void aDirectoryStandsForItsRecord() throws Exception {
    read(RECORD);
    RecordedRun run = ProvenanceReader.read(directory.toString(), new Configuration());
    assertThat(run.file().getName()).isEqualTo("_provenance.json");
  }

  @Test
  void recordsOfEarlierVersionsHaveNoQualifiedInputs() throws Exception {
    RecordedRun run =
        read(RECORD.replace("\"qualified\" : [ \"hdfs://h/u/in\", \"@hdfs://h/u/list\" ],", ""));
    assertThat(run.qualified()).isFalse();
    assertThat(run.inputs()).containsExactly("in", "@list");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"extract\"', '\"compare\"', 'of the command \"compare\"'",
    "'\"extract\"', 7, 'no text: 7'",
    "'\"engine\"', '\"motor\"', 'does not have engine'",
    "'\"files\" : 3', '\"files\" : -3', 'files is no count: -3'",
    "'\"files\" : 3', '\"files\" : 3.5', 'files is no count: 3.5'",
    "'\"files\" : 3', '\"files\" : 99999999999999999999', 'files is no count'",
    "'[ \"hdfs://h/u/in\", \"@hdfs://h/u/list\" ]', '[]', 'names no inputs'",
    "'[ \"hdfs://h/u/in\", \"@hdfs://h/u/list\" ]', '{}', 'no list: {}'",
    "'[ \"hdfs://h/u/in\", \"@hdfs://h/u/list\" ]', '[[]]', 'no text: []'",
    "'\"1.0\"', '[1]', '\"kira.extract.clean-parameter\": no text: [1]'",
    "'\"17\"', '{}', '\"java\": no text'",
    "0123456789abcdef0123456789abcdef, nonsense, 'no SHA-256: \"nonsense'",
    "'\"parameters\" : {', '\"parameters\" : 1, \"p\" : {', 'parameters is no object: 1'",
    "'\"started\"', '\"engine\"', 'Duplicate field'",
    "'\"later\"', later, 'line 9: '",
  })
  void whatIsWrongIsNamed(String text, String by, String complaint) {
    assertThat(RECORD).contains(text);
    assertThatThrownBy(() -> read(RECORD.replace(text, by)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(directory + "/_provenance.json is no record of provenance: ")
        .hasMessageContaining(complaint)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "null", "7", "{\"command\"", "\u0000\u0001", "<html/>", "{} {}"})
  void whatIsNoRecordIsRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is no record of provenance")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void namesCannotGarbleTheTerminal() {
    assertThatThrownBy(() -> read(RECORD.replace("\"17\"", "{}").replace("java", "\\u001b[2J")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("\\u001B[2J")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\u001b"));
  }

  @Test
  void nestingWithoutEndIsRefused() {
    assertThatThrownBy(() -> read("[".repeat(1 << 20)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is no record of provenance");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(
            () -> ProvenanceReader.read(directory.resolve("x").toString(), new Configuration()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> ProvenanceReader.read(directory.toString(), new Configuration()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds no _provenance.json");
  }
}
