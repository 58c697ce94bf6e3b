package org.kiramr.fits.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputFormat;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.JobID;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.InvalidInputException;
import org.apache.hadoop.mapreduce.task.JobContextImpl;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kiramr.fits.FitsBytes;

/** What the input formats promise on every file system; a subclass says on which. */
abstract class FitsInputContract {
  private static final byte[] FITS = FitsBytes.ramp16(20, 10);

  private FileSystem fs;
  private Path root;
  private Configuration conf;

  /** An empty directory for one test. */
  abstract Path newDirectory() throws IOException;

  /** How to reach the file system. */
  abstract Configuration configuration();

  @BeforeEach
  void setUp() throws IOException {
    conf = new Configuration(configuration());
    root = newDirectory();
    fs = root.getFileSystem(conf);
    root = fs.makeQualified(root);
  }

  private Path write(String name, byte[] content) throws IOException {
    Path path = new Path(root, name);
    try (OutputStream out = fs.create(path)) {
      out.write(content);
    }
    return path;
  }

  private Path fits(String name) throws IOException {
    return write(name, FITS);
  }

  private List<InputFile> list(String... inputs) throws IOException {
    FitsInputs.setInputs(conf, List.of(inputs));
    return FitsInputs.list(conf);
  }

  private List<String> names(String... inputs) throws IOException {
    return list(inputs).stream().map(InputFile::image).toList();
  }

  private String in(String name) {
    return root + "/" + name;
  }

  @Test
  void directoriesAreWalkedAndHiddenFilesLeftOut() throws IOException {
    fits("b.fits");
    fits("a/z.fits");
    fits("a/deep/er/y.fit.gz");
    fits(".hidden.fits");
    fits("_SUCCESS");
    fits("_temporary/x.fits");
    fits("a/.old/x.fits");
    for (int threads : new int[] {1, 4}) {
      conf.setInt(FileInputFormat.LIST_STATUS_NUM_THREADS, threads);
      assertThat(names(root.toString()))
          .containsExactly("a/deep/er/y.fit.gz", "a/z.fits", "b.fits");
    }
  }

  @Test
  void outputsOfEarlierRunsAreNoInputUnlessNamed() throws IOException {
    fits("a.fits");
    fits("cat/_provenance.json");
    fits("cat/part.fits");
    fits("cat/catalog/field=1/part.fits");
    assertThat(names(root.toString())).containsExactly("a.fits");
    assertThat(names(in("*"))).containsExactly("a.fits");
    assertThat(names(in("cat"))).containsExactly("catalog/field=1/part.fits", "part.fits");
    assertThat(names(in("cat/part.fits"))).containsExactly("part.fits");
    assertThat(names(in("cat/p*.fits"))).containsExactly("part.fits");
    assertThat(names(root.toString(), in("cat/catalog")))
        .containsExactly("a.fits", "field=1/part.fits");
  }

  @Test
  void filesHiddenOrNotCanBeNamed() throws IOException {
    fits("a/_x.fits");
    fits("a/y.fits");
    assertThat(names(in("a/_x.fits"), in("a/y.fits"))).containsExactly("_x.fits", "y.fits");
    assertThat(list(in("a/y.fits")).get(0).length()).isEqualTo(FITS.length);
  }

  @Test
  void globsNameBelowTheFixedPart() throws IOException {
    fits("run1/r/a.fits");
    fits("run1/g/b.fits");
    fits("run2/r/c.fits");
    fits("run2/r/_c.fits");
    fits(".run3/r/d.fits");
    assertThat(names(in("run*/r/*.fits"))).containsExactly("run1/r/a.fits", "run2/r/c.fits");
    assertThat(names(in("run1/*/*"))).containsExactly("g/b.fits", "r/a.fits");
    assertThat(names(in("run[12]")))
        .containsExactly("run1/g/b.fits", "run1/r/a.fits", "run2/r/c.fits");
    assertThat(names(in("{run1/g,run2/r}/*.fits")))
        .containsExactly("run1/g/b.fits", "run2/r/c.fits");
    assertThatThrownBy(() -> names(in("*/*/d*")))
        .as("only in a hidden directory")
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aFileNamedLikeAGlobIsThatFile() throws IOException {
    fits("a[1].fits");
    fits("a1.fits");
    assertThat(names(in("a[1].fits"))).containsExactly("a[1].fits");
  }

  @Test
  void oddNamesSurvive() throws IOException {
    String[] odd = {"a,b.fits", "a b.fits", "a{b}.fits", "${user.name}.fits", "ü,%20+&.fits"};
    for (String name : odd) {
      fits("odd/" + name);
    }
    String[] paths = Arrays.stream(odd).map(name -> in("odd/" + name)).toArray(String[]::new);
    assertThat(names(paths)).containsExactly(odd);
    assertThat(FitsInputs.inputs(conf)).containsExactly(paths);
    assertThat(names(in("odd"))).containsExactlyInAnyOrder(odd);
    assertThat(records(new CombineFitsInputFormat()))
        .contains("a,b.fits FRAME", "a,b.fits SUMMARY");
  }

  @Test
  void lists() throws IOException {
    fits("d/a.fits");
    fits("d/b[1].fits");
    fits("e/f/c.fits");
    Path list =
        write(
            "list.txt",
            String.join("\n", "# comment", "", in("d/b[1].fits"), in("d/a.fits"), in("e"))
                .getBytes(StandardCharsets.UTF_8));
    assertThat(names("@" + list)).containsExactly("b[1].fits", "a.fits", "f/c.fits");
  }

  @Test
  void namedTwiceReadOnce() throws IOException {
    fits("d/a.fits");
    fits("d/b.fits");
    assertThat(names(in("d/b.fits"), in("d"), in("d/*"), root.toString()))
        .containsExactly("b.fits", "a.fits");
    assertThat(names(root.toString(), in("d/b.fits"))).containsExactly("d/a.fits", "d/b.fits");
    assertThat(names(in("d/../d/b.fits"), in("d//b.fits"))).containsExactly("b.fits");
  }

  @Test
  void sameNamesBecomeLonger() throws IOException {
    fits("n1/x/a.fits");
    fits("n2/x/a.fits");
    fits("n2/x/b.fits");
    assertThat(names(in("n1"), in("n2"))).containsExactly("n1/x/a.fits", "n2/x/a.fits", "x/b.fits");
    assertThat(names(in("n1/x/a.fits"), in("n2/x/a.fits")))
        .containsExactly("n1/x/a.fits", "n2/x/a.fits");
  }

  @Test
  void longNamesThatMeetShortOnes() throws IOException {
    fits("a/b.fits");
    fits("c/b.fits");
    fits("d/a/b.fits");
    assertThat(names(in("a/b.fits"), in("c/b.fits"), in("d")))
        .containsExactly("a/b.fits", "c/b.fits", "d/a/b.fits");
  }

  @Test
  void everyInputThatGivesNothingIsNamed() throws IOException {
    fits("a.fits");
    fs.mkdirs(new Path(root, "empty"));
    write("void.txt", "# nothing\n".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(
            () ->
                names(
                    in("none.fits"),
                    in("*.gz"),
                    in("empty"),
                    in("a.fits"),
                    "@" + in("void.txt"),
                    "@" + in("no-list")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("does not exist: " + in("none.fits"))
        .hasMessageContaining("matches no files: " + in("*.gz"))
        .hasMessageContaining("holds no files: " + in("empty"))
        .hasMessageContaining("names no files: @" + in("void.txt"))
        .hasMessageContaining("names no files: @" + in("no-list"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("a.fits"));
    assertThatThrownBy(() -> names("x:y z"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not a path: 'x:y z'");
    assertThatThrownBy(this::names)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(FitsInputKeys.INPUT_PATHS);
  }

  @Test
  void namedFilesAreReadWhateverElseIsThere() throws IOException {
    Path a = fits("a.fits");
    Path odd = fits("in/#odd, \u00e9 name.fits");
    fits("in/late.fits");
    Path named = new Path(root, "_named");
    NamedFiles.write(
        List.of(new NamedFile("x/odd.fits", odd), new NamedFile("a.fits", a)), named, conf);
    FitsInputs.setInputs(conf, List.of(root.toString()));
    conf.set(FitsInputKeys.NAMED_FILES, named.toString());

    List<InputFile> files = FitsInputs.list(conf);

    assertThat(files).extracting(InputFile::image).containsExactly("x/odd.fits", "a.fits");
    assertThat(files).extracting(InputFile::path).containsExactly(odd, a);
    assertThat(files).extracting(InputFile::length).containsOnly((long) FITS.length);

    fs.delete(a, false);
    fs.mkdirs(a);
    assertThatThrownBy(() -> FitsInputs.list(conf))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("does not exist: " + a)
        .hasMessageNotContaining("odd");
  }

  @Test
  void qualifiedInputsMeanTheSameElsewhere() throws IOException {
    Path home = fs.getWorkingDirectory();
    String whole = fs.makeQualified(new Path("/x")).toString();
    conf.set("fs.defaultFS", whole.substring(0, whole.length() - 1));
    FitsInputs.setInputs(conf, List.of("a,b/*.fits", "@lists/one", "./@name", whole));
    assertThat(FitsInputs.qualifiedInputs(conf))
        .containsExactly(home + "/a,b/*.fits", "@" + home + "/lists/one", home + "/@name", whole);
  }

  @Test
  void oneSplitAFile() throws Exception {
    fits("a.fits");
    fits("b.fits");
    write("empty.fits", new byte[0]);
    FitsInputs.setInputs(conf, List.of(root.toString()));
    List<FitsSplit> splits = splits(new FitsInputFormat());
    assertThat(splits).hasSize(3).allSatisfy(split -> assertThat(split.files()).hasSize(1));
    assertThat(splits.get(0).getLength()).isEqualTo(FITS.length);
    assertThat(splits.get(0).getLocations()).isNotEmpty();
    assertThat(conf.getLong(FileInputFormat.NUM_INPUT_FILES, 0)).isEqualTo(3);
    assertThat(conf.getLong(FitsInputKeys.INPUT_BYTES, 0)).isEqualTo(2L * FITS.length);
    assertThat(records(new FitsInputFormat()))
        .containsExactlyInAnyOrder(
            "a.fits FRAME",
            "a.fits SUMMARY",
            "b.fits FRAME",
            "b.fits SUMMARY",
            "empty.fits REJECT",
            "empty.fits SUMMARY");
  }

  @Test
  void packedBySizeEachFileOnce() throws Exception {
    for (int i = 0; i < 10; i++) {
      fits("f" + i + ".fits");
    }
    write("empty.fits", new byte[0]);
    FitsInputs.setInputs(conf, List.of(root.toString()));
    conf.setLong(FitsInputKeys.OPEN_COST_BYTES, 0);
    conf.setLong(FitsInputKeys.SPLIT_BYTES, 3L * FITS.length);
    List<FitsSplit> splits = splits(new CombineFitsInputFormat());
    List<String> images = new ArrayList<>();
    for (FitsSplit split : splits) {
      List<String> own = split.files().stream().map(FitsSplit.Entry::image).toList();
      assertThat(own).isSorted();
      assertThat(split.getLength()).isLessThanOrEqualTo(3L * FITS.length);
      images.addAll(own);
    }
    assertThat(images).hasSize(11).doesNotHaveDuplicates();
    assertThat(conf.getLong(FileInputFormat.NUM_INPUT_FILES, 0)).isEqualTo(11);
    assertThat(splits).hasSizeBetween(4, 5);
    assertThat(splits(new CombineFitsInputFormat()))
        .extracting(FitsSplit::files)
        .containsExactlyElementsOf(splits.stream().map(FitsSplit::files).toList());
  }

  @Test
  void splitsBecomeSmallerForManySlotsAndManyFiles() throws Exception {
    for (int i = 0; i < 16; i++) {
      fits("f" + i + ".fits");
    }
    FitsInputs.setInputs(conf, List.of(root.toString()));
    assertThat(splits(new CombineFitsInputFormat())).hasSize(1);
    conf.setInt(FitsInputKeys.PARALLEL_MAPS, 2);
    conf.setLong(FitsInputKeys.MIN_SPLIT_BYTES, 1);
    assertThat(splits(new CombineFitsInputFormat())).hasSize(8);
    conf.setLong(FitsInputKeys.MIN_SPLIT_BYTES, 4 * FitsInputKeys.DEFAULT_OPEN_COST_BYTES);
    assertThat(splits(new CombineFitsInputFormat())).hasSize(4);
    conf.setLong(FitsInputKeys.MIN_SPLIT_BYTES, 100 * FitsInputKeys.DEFAULT_OPEN_COST_BYTES);
    assertThat(splits(new CombineFitsInputFormat())).hasSize(2);
    conf.unset(FitsInputKeys.MIN_SPLIT_BYTES);
    assertThat(splits(new CombineFitsInputFormat()))
        .as("falling in size")
        .extracting(split -> split.files().size())
        .containsExactly(4, 4, 2, 2, 1, 1, 1, 1);
    conf.setInt(FitsInputKeys.PARALLEL_MAPS, 0);
    conf.setLong(FitsInputKeys.OPEN_COST_BYTES, FitsInputKeys.DEFAULT_SPLIT_BYTES);
    assertThat(splits(new CombineFitsInputFormat())).hasSize(16);
    conf.setLong(FitsInputKeys.SPLIT_BYTES, -1);
    assertThatThrownBy(() -> splits(new CombineFitsInputFormat()))
        .hasMessageContaining(FitsInputKeys.SPLIT_BYTES + " = -1");
  }

  @Test
  void badAndVanishedFilesCostNoGoodOnes() throws Exception {
    fits("a.fits");
    write("b.fits", Arrays.copyOf(FITS, 3000));
    Path gone = fits("c.fits");
    write("d.txt", "no".getBytes(StandardCharsets.UTF_8));
    fits("e.fits");
    FitsInputs.setInputs(conf, List.of(root.toString()));
    List<FitsSplit> splits = splits(new CombineFitsInputFormat());
    fs.delete(gone, false);
    assertThat(records(splits, new CombineFitsInputFormat()))
        .containsExactly(
            "a.fits FRAME",
            "a.fits SUMMARY",
            "b.fits REJECT TRUNCATED",
            "b.fits SUMMARY",
            "c.fits REJECT READ_ERROR",
            "c.fits SUMMARY",
            "d.txt REJECT NOT_FITS",
            "d.txt SUMMARY",
            "e.fits FRAME",
            "e.fits SUMMARY");
  }

  @Test
  void keysWithBadValuesFailBeforeTheJobStarts() throws IOException {
    fits("a.fits");
    FitsInputs.setInputs(conf, List.of(root.toString()));
    conf.set(FitsInputKeys.FIELD_PATTERN, "{run}");
    assertThatThrownBy(() -> splits(new FitsInputFormat()))
        .hasMessageContaining("the field pattern '{run}'");
    conf.unset(FitsInputKeys.FIELD_PATTERN);
    conf.set(FitsInputKeys.MAX_MEMORY_FRACTION, "1.5");
    assertThatThrownBy(() -> splits(new FitsInputFormat()))
        .hasMessageContaining(FitsInputKeys.MAX_MEMORY_FRACTION);
    conf.unset(FitsInputKeys.MAX_MEMORY_FRACTION);
    conf.set(FitsInputKeys.MAX_FRAME_BYTES, "-1");
    assertThatThrownBy(() -> splits(new FitsInputFormat()))
        .hasMessageContaining(FitsInputKeys.MAX_FRAME_BYTES + " = -1 is negative");
    conf.unset(FitsInputKeys.MAX_FRAME_BYTES);
    conf.set(FitsInputKeys.HDUS, "1,,2");
    assertThatThrownBy(() -> splits(new FitsInputFormat()))
        .hasMessageContaining(FitsInputKeys.HDUS + " = 1,,2: an entry is empty");
    conf.unset(FitsInputKeys.HDUS);
    conf.set(FitsInputKeys.PLANES, "0");
    assertThatThrownBy(() -> splits(new FitsInputFormat()))
        .hasMessageContaining(FitsInputKeys.PLANES + " = 0: planes are counted from 1");
  }

  private List<FitsSplit> splits(InputFormat<Text, FrameRecord> format) throws Exception {
    List<InputSplit> splits =
        format.getSplits(
            new JobContextImpl(conf, new JobID("test", 1)) {
              @Override
              public Configuration getConfiguration() {
                return FitsInputContract.this.conf;
              }
            });
    return splits.stream().map(FitsSplit.class::cast).toList();
  }

  private List<String> records(InputFormat<Text, FrameRecord> format) throws IOException {
    try {
      return records(splits(format), format);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private List<String> records(List<FitsSplit> splits, InputFormat<Text, FrameRecord> format)
      throws Exception {
    List<String> records = new ArrayList<>();
    Set<String> finished = new HashSet<>();
    TaskAttemptContext context = new TaskAttemptContextImpl(conf, new TaskAttemptID());
    for (FitsSplit split : splits) {
      try (RecordReader<Text, FrameRecord> reader = format.createRecordReader(split, context)) {
        reader.initialize(split, context);
        while (reader.nextKeyValue()) {
          FrameRecord record = reader.getCurrentValue();
          String image = reader.getCurrentKey().toString();
          assertThat(finished).as("nothing comes after the summary").doesNotContain(image);
          if (record.kind() == FrameRecord.Kind.SUMMARY) {
            finished.add(image);
            assertThat(record.summary().image()).isEqualTo(image);
          }
          records.add(
              image
                  + " "
                  + record.kind()
                  + (record.kind() == FrameRecord.Kind.REJECT && !image.startsWith("empty")
                      ? " " + record.reject().code()
                      : ""));
        }
      }
    }
    return records;
  }
}
