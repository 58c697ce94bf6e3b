package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.cluster.BuildOutput;
import org.kiramr.cluster.CommandResult;
import org.kiramr.cluster.MiniHadoop;
import org.kiramr.cluster.MiniHadoopExtension;
import org.kiramr.jobs.SharedData;
import org.kiramr.jobs.cli.ExitCode;

/**
 * {@code hadoop jar kira-mr.jar extract} on HDFS and YARN gives the rows that the local runner
 * gives, byte for byte, from real frames and beside broken files, however the work is cut.
 */
@ExtendWith(MiniHadoopExtension.class)
class ExtractOnYarnIT {
  private static final String FRAMES = "/survey/sdss-fpC";
  private static final String BROKEN = "/survey/broken";

  @TempDir private static Path directory;
  private static RunOutput local;

  @BeforeAll
  static void prepare(MiniHadoop hadoop) throws Exception {
    FileSystem hdfs = hadoop.fileSystem();
    for (String folder : List.of("sdss-fpC", "broken")) {
      org.apache.hadoop.fs.Path source =
          new org.apache.hadoop.fs.Path(SharedData.path(folder).toUri());
      hdfs.copyFromLocalFile(source, new org.apache.hadoop.fs.Path("/survey/" + folder));
    }
    Path out = directory.resolve("local");
    LocalRun run = new LocalRun().input(SharedData.path("sdss-fpC"));
    assertThat(run.to(out)).as(run.printed()).isZero();
    local = new RunOutput(out);
  }

  @Test
  void packedFilesGiveTheLocalRows(MiniHadoop hadoop) throws Exception {
    RunOutput output = run(hadoop, "packed", ExitCode.DONE, "-i", FRAMES, "--reducers", "1");
    assertThat(output.parts("catalog")).hasSize(1);
    assertSameRows(output);
    assertThat(output.directory().resolve("_SUCCESS")).exists();
    assertThat(output.directory().resolve("_provenance.json"))
        .content()
        .contains("\"framework\" : \"yarn\"");

    RunOutput again =
        run(hadoop, "packed", ExitCode.DONE, "-i", FRAMES, "--reducers", "7", "--overwrite");
    assertThat(again.parts("catalog")).hasSize(7);
    assertSameRows(again);
    assertThat(again.directory().resolve("_provenance.json"))
        .as("the shuffle's clock is found in a container that has the job jar only")
        .content()
        .containsPattern("\"SHUFFLE\" : [1-9]");

    CommandResult rerun = hadoopJar(hadoop, "rerun", "/out/packed", "--reducers", "2");
    assertThat(rerun.exitCode()).as(rerun::describe).isZero();
    assertThat(rerun.out())
        .contains("made by mapreduce", "inputs: 6 on record, 6 there, 0 missing, 0 new")
        .endsWith("reproduced bit for bit\n");
    RunOutput repeated = fetch(hadoop, "packed-rerun");
    assertThat(repeated.parts("catalog")).hasSize(2);
    assertSameRows(repeated);
    assertThat(repeated.directory().resolve("_rerun.json"))
        .content()
        .contains("\"verdict\" : \"reproduced\"", "\"output\" : \"hdfs://");
  }

  @Test
  void aMapForEachFileGivesTheLocalRows(MiniHadoop hadoop) throws Exception {
    RunOutput output =
        run(hadoop, "one", ExitCode.DONE, "-i", FRAMES, "--one-file-per-map", "--reducers", "2");
    assertThat(output.parts("catalog")).hasSize(2);
    assertSameRows(output);
  }

  @Test
  void brokenFilesCostTheGoodOnesNothing(MiniHadoop hadoop) throws Exception {
    RunOutput output = run(hadoop, "mixed", ExitCode.TOO_MANY_REJECTS, "-i", FRAMES, "-i", BROKEN);
    assertThat(output.rowsByFrame()).containsAllEntriesOf(local.rowsByFrame());
    assertThat(output.table("rejects").stream().map(row -> row.get("image")).distinct())
        .hasSize(17);
  }

  @Test
  void compareFindsOneChangedRowOnTheCluster(MiniHadoop hadoop) throws Exception {
    FileSystem hdfs = hadoop.fileSystem();
    for (String copy : List.of("/compare/a", "/compare/b")) {
      hdfs.copyFromLocalFile(
          new org.apache.hadoop.fs.Path(local.directory().toUri()),
          new org.apache.hadoop.fs.Path(copy));
    }
    CommandResult same = hadoopJar(hadoop, "compare", "/compare/a", "/compare/b");
    assertThat(same.exitCode()).as(same::describe).isZero();
    assertThat(same.out()).endsWith("equal bit for bit\n");

    Path part = local.parts("catalog").get(0);
    String text = Files.readString(part);
    String row = text.stripTrailing().substring(text.stripTrailing().lastIndexOf('\n') + 1);
    try (OutputStream out =
        hdfs.create(
            new org.apache.hadoop.fs.Path("/compare/b/catalog/" + part.getFileName()), true)) {
      out.write(text.replace(row, row + "E1").getBytes(StandardCharsets.UTF_8));
    }
    CommandResult changed =
        hadoopJar(
            hadoop,
            "compare",
            "--verbose",
            "--rows",
            "--reducers",
            "2",
            "/compare/a",
            "/compare/b");
    assertThat(changed.exitCode()).as(changed::describe).isEqualTo(ExitCode.DIFFERENT);
    assertThat(changed.out())
        .contains("2,942 equal bit for bit", "column dec: 1 rows differ")
        .contains("1 fields do not have the digest")
        .endsWith("different\n");
    assertThat(changed.applications()).as(changed::describe).isNotEmpty();
    assertThat(hdfs.globStatus(new org.apache.hadoop.fs.Path("/staging/*/.staging/kira-*")))
        .isEmpty();
  }

  @Test
  void anInputThatIsNotThereIsWrongUsage(MiniHadoop hadoop) throws Exception {
    CommandResult result = hadoopJar(hadoop, "extract", "-i", "/no/such", "-o", "/out/none");
    assertThat(result.exitCode()).as(result::describe).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("/no/such").contains("kira extract --help");
  }

  @Test
  void aJobThatFailsSaysWhyAndCommitsNothing(MiniHadoop hadoop) throws Exception {
    CommandResult result =
        hadoopJar(
            hadoop,
            "extract",
            "-D",
            "mapreduce.map.maxattempts=1",
            "-D",
            "mapreduce.map.java.opts=-Dkira.sep.library=/no/such.so",
            "-i",
            FRAMES,
            "-o",
            "/out/failed");
    assertThat(result.exitCode()).as(result::describe).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).as(result::describe).contains("kira: extract failed", "/no/such.so");
    assertThat(hadoop.fileSystem().exists(new org.apache.hadoop.fs.Path("/out/failed/_SUCCESS")))
        .isFalse();
  }

  private static void assertSameRows(RunOutput output) throws Exception {
    Parts.assertFieldsAscendInOnePartEach(output);
    assertThat(output.catalog()).isEqualTo(local.catalog());
    assertThat(output.sortedLines("frames")).isEqualTo(local.sortedLines("frames"));
    assertThat(output.sortedLines("fields")).isEqualTo(local.sortedLines("fields"));
  }

  private static RunOutput run(MiniHadoop hadoop, String name, int exitCode, String... options)
      throws Exception {
    String out = "/out/" + name;
    List<String> words = new ArrayList<>(List.of("extract", "-o", out));
    words.addAll(List.of(options));
    CommandResult result = hadoopJar(hadoop, words.toArray(String[]::new));
    assertThat(result.exitCode()).as(result::describe).isEqualTo(exitCode);
    return fetch(hadoop, name);
  }

  private static RunOutput fetch(MiniHadoop hadoop, String name) throws Exception {
    Path copy = Files.createTempDirectory(directory, name).resolve(name);
    hadoop
        .fileSystem()
        .copyToLocalFile(
            new org.apache.hadoop.fs.Path("/out/" + name),
            new org.apache.hadoop.fs.Path(copy.toUri()));
    return new RunOutput(copy);
  }

  private static CommandResult hadoopJar(MiniHadoop hadoop, String... words) throws Exception {
    return hadoop.hadoopJar(BuildOutput.jobJar(), words).run();
  }
}
