package org.kiramr.fits.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the local file system, and what needs many files. */
class LocalFitsInputTest extends FitsInputContract {
  @TempDir private java.nio.file.Path folder;

  @Override
  Path newDirectory() {
    return new Path(folder.toUri());
  }

  @Override
  Configuration configuration() {
    return new Configuration();
  }

  @Test
  void twentyThousandTinyFilesMakeAHandfulOfSplits() throws IOException {
    for (int i = 0; i < 20_000; i++) {
      java.nio.file.Path part = folder.resolve("part" + i % 20);
      if (i < 20) {
        Files.createDirectory(part);
      }
      Files.createFile(part.resolve(i + ".fits"));
    }
    Job job = Job.getInstance(new Configuration());
    FitsInputs.setInputs(job.getConfiguration(), List.of(folder.toString()));
    List<InputSplit> splits = new CombineFitsInputFormat().getSplits(job);
    // 1 MiB each for opening, 1 GiB a split.
    assertThat(splits).hasSizeBetween(19, 21);
    Set<String> images = new HashSet<>();
    for (InputSplit split : splits) {
      ((FitsSplit) split).files().forEach(file -> images.add(file.image()));
    }
    assertThat(images).hasSize(20_000);
    assertThat(job.getConfiguration().get(FitsInputKeys.INPUT_PATHS)).hasSizeLessThan(500);
  }

  @Test
  void theJobKnowsHowManyFilesWerePlanned() throws IOException {
    for (String name : new String[] {"a.fits", "b.fits", "c.fits"}) {
      Files.createFile(folder.resolve(name));
    }
    Job job = Job.getInstance(new Configuration());
    FitsInputs.setInputs(job.getConfiguration(), List.of(folder.toString()));
    new CombineFitsInputFormat().getSplits(job);
    assertThat(job.getConfiguration().get("mapreduce.input.fileinputformat.numinputfiles"))
        .isEqualTo("3");
  }

  @Test
  void sixteenThreadsListUnlessTheUserSaysOtherwise() throws IOException {
    Configuration conf = Job.getInstance(new Configuration()).getConfiguration();
    assertThat(conf.get(FileInputFormat.LIST_STATUS_NUM_THREADS)).as("Hadoop's").isEqualTo("1");
    assertThat(InputListing.threads(conf)).isEqualTo(16);
    assertThat(InputListing.threads(new Configuration(false))).isEqualTo(16);
    conf.setInt(FileInputFormat.LIST_STATUS_NUM_THREADS, 1);
    assertThat(InputListing.threads(conf)).isEqualTo(1);
    assertThat(InputListing.threads(new Configuration(conf))).isEqualTo(1);
  }

  @Test
  void symbolicLinksThatLoopGiveEachFileOnce() throws IOException {
    java.nio.file.Path deep = Files.createDirectories(folder.resolve("loop/a/b"));
    Files.createFile(folder.resolve("loop/x.fits"));
    Files.createFile(deep.resolve("y.fits"));
    Files.createSymbolicLink(folder.resolve("loop/a/up"), java.nio.file.Path.of(".."));
    Files.createSymbolicLink(folder.resolve("loop/z"), deep);
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("loop"));
    for (String input : new String[] {"loop", "link"}) {
      Configuration conf = new Configuration();
      FitsInputs.setInputs(conf, List.of(folder.resolve(input).toString()));
      assertThat(FitsInputs.list(conf).stream().map(InputFile::image))
          .as("the shortest way counts")
          .containsExactly("x.fits", "z/y.fits");
    }
  }

  @Test
  void relativePathsAndGlobs() throws IOException {
    Configuration conf = new Configuration();
    FitsInputs.setInputs(conf, List.of("pom*.xml", "src/test/resources/../resources"));
    List<String> images = FitsInputs.list(conf).stream().map(InputFile::image).toList();
    assertThat(images).startsWith("pom.xml").contains("org/kiramr/fits/shared-data.tsv");
  }
}
