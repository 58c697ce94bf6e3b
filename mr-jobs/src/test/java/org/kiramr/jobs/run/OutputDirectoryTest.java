package org.kiramr.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiramr.jobs.cli.UsageException;

class OutputDirectoryTest {
  private static final String MARKER = "_made_by.json";

  @TempDir private Path directory;
  private Path out;
  private OutputDirectory output;

  @BeforeEach
  void create() throws Exception {
    out = directory.resolve("out");
    output =
        new OutputDirectory(
            new org.apache.hadoop.fs.Path(out.toUri()),
            new Configuration(),
            MARKER,
            Set.of("catalog")::contains);
  }

  @Test
  void whatDoesNotExistMayBeMade() {
    assertThatCode(() -> output.check(false)).doesNotThrowAnyException();
  }

  @Test
  void whatAppearsMeanwhileIsNotRemoved() throws Exception {
    output.check(false);
    Files.createDirectories(out.resolve("catalog"));
    assertThatThrownBy(() -> output.clear(false)).isInstanceOf(UsageException.class);
    assertThat(out.resolve("catalog")).exists();
  }

  @Test
  void aFinishedOutputIsReplaced() throws Exception {
    Files.createDirectories(out.resolve("catalog"));
    Files.createFile(out.resolve(MARKER));
    output.clear(true);
    assertThat(out).doesNotExist();
  }

  @Test
  void aRerunsOutputIsReplacedWithOrWithoutACatalogue() throws Exception {
    Files.createDirectories(out);
    Files.createFile(out.resolve("_rerun.json"));
    output.clear(true);
    assertThat(out).doesNotExist();
    Files.createDirectories(out.resolve("catalog"));
    Files.createFile(out.resolve("_rerun.json"));
    Files.createFile(out.resolve(MARKER));
    output.clear(true);
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"_temporary", "__magic_job-job_1795392738_0001"})
  void anInterruptedOutputIsReplaced(String left) throws Exception {
    Files.createDirectories(out.resolve(left).resolve("0"));
    output.clear(true);
    assertThat(out).doesNotExist();
  }

  @Test
  void aFileIsNotReplaced() throws Exception {
    Files.createFile(out);
    assertThatThrownBy(() -> output.clear(true))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("a file");
    assertThat(out).exists();
  }

  @Test
  void anEmptyDirectoryOfAFailedJobIsRemovedAFullOneIsNot() throws Exception {
    output.removeIfEmpty();
    Files.createDirectory(out);
    output.removeIfEmpty();
    assertThat(out).doesNotExist();
    Files.createDirectories(out.resolve("catalog"));
    output.removeIfEmpty();
    assertThat(out).exists();
  }

  @Test
  void successIsMarked() throws Exception {
    output.markSuccess();
    assertThat(out.resolve("_SUCCESS")).isEmptyFile();
    assertThat(out.resolve("._SUCCESS.crc")).doesNotExist();
  }
}
