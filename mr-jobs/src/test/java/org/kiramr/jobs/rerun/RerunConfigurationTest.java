package org.kiramr.jobs.rerun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.catalog.Column;
import org.kiramr.catalog.ColumnType;
import org.kiramr.catalog.EcsvWriter;
import org.kiramr.catalog.OutputTables;
import org.kiramr.catalog.TableSchema;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.extract.ExtractSettings;
import org.kiramr.jobs.extract.Extraction;
import org.kiramr.jobs.extract.ReaderSettings;

/** The parameters are the record's, whatever else is configured; the rest is the rerun's. */
class RerunConfigurationTest {
  private final Configuration conf = new Configuration();
  private final Map<String, String> parameters = new HashMap<>();

  @TempDir private java.nio.file.Path directory;
  private RecordedFiles files;

  /** A record of today with defaults throughout. */
  @BeforeEach
  void record() throws IOException {
    files(OutputTables.FILES.columns());
    ExtractSettings.all()
        .forEach(setting -> parameters.put(setting.key(), setting.text(new Configuration(false))));
  }

  /** A table of files with these columns and no rows but one of ones. */
  private void files(List<Column> columns) throws IOException {
    Path table = new Path(new Path(directory.toUri()), "files");
    FileSystem local = table.getFileSystem(conf);
    try (EcsvWriter writer =
        new EcsvWriter(
            local.create(new Path(table, "part-r-00000")), new TableSchema("files", columns))) {
      writer.append(columns.stream().map(column -> one(column.type())).toArray());
    }
    files = RecordedFiles.read(table.getParent(), conf);
  }

  private static Object one(ColumnType type) {
    return type == ColumnType.STRING ? "1" : (Object) 1;
  }

  private RerunConfiguration configuration(String... inputs) {
    return configuration(true, inputs);
  }

  private RerunConfiguration configuration(boolean qualified, String... inputs) {
    return new RerunConfiguration(
        new RecordedRun(
            new Path("hdfs://h/cats/one/_provenance.json"),
            "mapreduce",
            List.of(inputs),
            qualified,
            1,
            parameters,
            Map.of(),
            ""),
        files,
        conf);
  }

  @Test
  void parametersAreThoseOfTheRecord() {
    conf.set(ExtractSettings.THRESHOLD.key(), "9");
    conf.set(ExtractSettings.CLEAN.key(), "9");
    conf.set(ExtractSettings.MASK.key(), "DQ");
    parameters.put(ExtractSettings.CLEAN.key(), "0.5");

    RerunConfiguration setup = configuration("in");

    assertThat(ExtractSettings.THRESHOLD.get(setup.extraction())).isEqualTo(1.5);
    assertThat(ExtractSettings.CLEAN.get(setup.extraction())).isEqualTo(0.5);
    assertThat(ExtractSettings.MASK.get(setup.extraction())).isNull();
    assertThat(setup.notes()).isEmpty();
    // the default of --mask-bits is on record also where there was no mask
    ReaderSettings.ofExtract().check(setup.extraction());
  }

  @Test
  void howTheWorkIsCutIsNot() {
    parameters.put(ExtractSettings.REDUCERS.key(), "7");
    parameters.put(ExtractSettings.OVERWRITE.key(), "true");
    conf.set(RerunSettings.SPLIT_MB.key(), "3");

    Configuration extraction = configuration("in").extraction();

    assertThat(ExtractSettings.REDUCERS.get(extraction)).isEqualTo("auto");
    assertThat(ExtractSettings.SPLIT_MB.get(extraction)).isEqualTo("3");
    assertThat(ExtractSettings.OVERWRITE.get(extraction)).isFalse();
  }

  @Test
  void oddInputsSurvive() {
    Configuration extraction = configuration("file:/a,b\\c", "@file:/list").extraction();
    assertThat(ExtractSettings.INPUT.get(extraction))
        .containsExactly("file:/a,b\\c", "@file:/list");
  }

  @Test
  void inputsThatAreRelativeToAnUnknownDirectoryStaySo() {
    String key = Extraction.INPUTS_UNQUALIFIED;
    assertThat(configuration(false, "in").extraction().getBoolean(key, false)).isTrue();
    conf.setBoolean(key, true);
    assertThat(configuration("in").extraction().getBoolean(key, true)).isFalse();
  }

  @Test
  void theOutputLiesBesideTheOldOneUnlessToldOtherwise() {
    assertThat(ExtractSettings.OUTPUT.get(configuration("in").extraction()))
        .isEqualTo("hdfs://h/cats/one-rerun");
    conf.set(RerunSettings.OUTPUT.key(), "elsewhere");
    assertThat(ExtractSettings.OUTPUT.get(configuration("in").extraction())).isEqualTo("elsewhere");
  }

  @Test
  void whatIsNotOnRecordIsNoted() throws IOException {
    parameters.remove(ExtractSettings.CLEAN.key());
    parameters.put(ExtractSettings.MASK.key(), "_ooi_=_ood_");
    assertThat(configuration("in").notes()).hasSize(1);
    files(OutputTables.FILES.columns().subList(0, 7));
    assertThat(configuration("in").notes())
        .hasSize(2)
        .anyMatch(note -> note.contains("kira.extract.clean-parameter; its default was used: 1.0"))
        .anyMatch(note -> note.contains("masks"));
  }

  @Test
  void parametersOfOtherVersionsAreRefused() {
    parameters.put("kira.extract.warp\n", "9");
    assertThatThrownBy(() -> configuration("in"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("this version has no parameter \"kira.extract.warp\\n\"");
    parameters.remove("kira.extract.warp\n");
    parameters.put(ExtractSettings.MIN_AREA.key(), "-5");
    assertThatThrownBy(() -> configuration("in"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("hdfs://h/cats/one/_provenance.json: kira.extract.min-area-px -5");
  }
}
