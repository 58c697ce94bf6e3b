package org.kiramr.fits.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.MRConfig;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.StatusReporter;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.fits.FitsBytes;
import org.kiramr.fits.LargeFits;
import org.kiramr.fits.LargeTest;
import org.kiramr.fits.RejectCode;

/** The record reader in a task's context: counters, progress, reading ahead, closing early. */
@Timeout(60)
class FitsRecordReaderTest {
  @TempDir private Path folder;

  private final Configuration conf = new Configuration();
  private final Counters counters = new Counters();

  private FitsSplit.Entry file(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    return new FitsSplit.Entry(name, new org.apache.hadoop.fs.Path(file.toUri()), content.length);
  }

  private RecordReader<?, FrameRecord> open(List<FitsSplit.Entry> files) throws Exception {
    FitsSplit split = new FitsSplit(files, new String[0]);
    TaskAttemptContextImpl context =
        new TaskAttemptContextImpl(conf, new TaskAttemptID(), new Reporter(counters));
    RecordReader<?, FrameRecord> reader = new FitsInputFormat().createRecordReader(split, context);
    reader.initialize(split, context);
    return reader;
  }

  private long counter(String name) {
    return counters.findCounter(FitsCounters.GROUP, name).getValue();
  }

  @Test
  void countsAndProgress() throws Exception {
    byte[] good = FitsBytes.ramp16(1000, 1000);
    byte[] ignored =
        new FitsBytes()
            .header(
                FitsBytes.card("SIMPLE", "T"),
                FitsBytes.card("BITPIX", 8),
                FitsBytes.card("NAXIS", 0))
            .bytes();
    List<FitsSplit.Entry> files = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      files.add(file("a" + i + ".fits.gz", FitsBytes.gzip(good)));
    }
    files.add(file("b.fits", ignored));
    files.add(file("c.fits", new byte[0]));
    long bytes = files.stream().mapToLong(FitsSplit.Entry::length).sum();
    List<Float> progress = new ArrayList<>();
    int frames = 0;
    try (RecordReader<?, FrameRecord> reader = open(files)) {
      assertThat(reader.getProgress()).isZero();
      while (reader.nextKeyValue()) {
        progress.add(reader.getProgress());
        frames += reader.getCurrentValue().kind() == FrameRecord.Kind.FRAME ? 1 : 0;
      }
      assertThat(reader.getProgress()).isEqualTo(1);
      assertThat(reader.nextKeyValue()).isFalse();
      assertThat(reader.getCurrentValue()).isNull();
    }
    assertThat(frames).isEqualTo(10);
    assertThat(progress).isSorted().hasSize(10 * 2 + 1 + 2);
    assertThat(counter(FitsCounters.FILES_READ)).isEqualTo(12);
    assertThat(counter(FitsCounters.BYTES_READ)).isEqualTo(bytes);
    assertThat(counter(FitsCounters.HDUS_IGNORED)).isEqualTo(1);
    assertThat(counter(FitsCounters.DECODE)).isPositive();
    assertThat(counter(FitsCounters.READ)).isNotNegative();
  }

  /** The file is sparse: it takes some 13 MB of the disk. */
  @LargeTest
  @Test
  @Timeout(600)
  void aFileOfSixGigabytes() throws Exception {
    Path path = folder.resolve("large.fits");
    new LargeFits().write(path);
    assertThat(Files.size(path)).isEqualTo(LargeFits.BYTES);
    FitsSplit.Entry entry =
        new FitsSplit.Entry(
            "large.fits", new org.apache.hadoop.fs.Path(path.toUri()), LargeFits.BYTES);
    List<Integer> frames = new ArrayList<>();
    List<Integer> rejects = new ArrayList<>();
    try (RecordReader<?, FrameRecord> reader = open(List.of(entry))) {
      while (reader.nextKeyValue()) {
        FrameRecord record = reader.getCurrentValue();
        switch (record.kind()) {
          case FRAME -> {
            LargeFits.verify(record.frame());
            frames.add(record.frame().id().hdu());
          }
          case REJECT -> rejects.add(record.reject().hdu());
          default -> assertThat(record.summary().bytes()).isEqualTo(LargeFits.BYTES);
        }
      }
      assertThat(reader.getProgress()).isEqualTo(1);
    }
    assertThat(frames).isEqualTo(LargeFits.FRAMES);
    assertThat(rejects).containsExactly(LargeFits.TOO_LARGE);
    assertThat(counter(FitsCounters.BYTES_READ)).isEqualTo(LargeFits.BYTES);
  }

  @Test
  void readsTheNextFileWhileTheMapperWorksAndNoFurther() throws Exception {
    List<FitsSplit.Entry> files = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      files.add(file("f" + i + ".fits", FitsBytes.ramp16(10, 10)));
    }
    conf.setClass("fs.file.impl", TellingFileSystem.class, FileSystem.class);
    conf.setBoolean("fs.file.impl.disable.cache", true);
    TellingFileSystem.OPENED.clear();
    try (RecordReader<?, FrameRecord> reader = open(files)) {
      assertThat(reader.nextKeyValue()).isTrue();
      assertThat(reader.getCurrentValue().kind()).isEqualTo(FrameRecord.Kind.FRAME);
      assertThat(TellingFileSystem.OPENED.take()).isEqualTo("f0.fits");
      // nobody asks for more, and still it comes
      assertThat(TellingFileSystem.OPENED.take()).isEqualTo("f1.fits");
      assertThat(TellingFileSystem.OPENED.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }
  }

  @Test
  void aValueIsValidUntilTheNextOneIsRead() throws Exception {
    List<FitsSplit.Entry> files = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      files.add(file("f" + i + ".fits", FitsBytes.ramp16(10, 10)));
    }
    try (RecordReader<?, FrameRecord> reader = open(files)) {
      assertThat(reader.nextKeyValue()).isTrue();
      Files.delete(folder.resolve("f3.fits"));
      List<FrameRecord> records = new ArrayList<>(List.of(reader.getCurrentValue()));
      while (reader.nextKeyValue()) {
        records.add(reader.getCurrentValue());
      }
      assertThat(records).hasSize(8);
      assertThat(records.get(6).reject().code()).isEqualTo(RejectCode.READ_ERROR);
      assertThat(records.get(6).reject().reason()).contains("f3.fits");
      assertThat(records.get(0).frame().width()).isEqualTo(10);
      assertThatThrownBy(() -> records.get(0).frame().floatPixels())
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aVanishedFileFailsTheAttemptThatIsNotTheLast() throws Exception {
    List<FitsSplit.Entry> files =
        List.of(
            file("a.fits", FitsBytes.ramp16(10, 10)),
            file("b.fits", "no FITS".getBytes(StandardCharsets.US_ASCII)),
            file("c.fits", FitsBytes.ramp16(10, 10)));
    Files.delete(folder.resolve("c.fits"));
    conf.set(MRConfig.FRAMEWORK_NAME, "yarn");
    try (RecordReader<?, FrameRecord> reader = open(files)) {
      for (int i = 0; i < 4; i++) {
        assertThat(reader.nextKeyValue()).as("frame, reject and two summaries").isTrue();
      }
      assertThatThrownBy(reader::nextKeyValue)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("c.fits cannot be read");
    }
    conf.setInt(MRJobConfig.MAP_MAX_ATTEMPTS, 1);
    try (RecordReader<?, FrameRecord> reader = open(files)) {
      for (int i = 0; i < 5; i++) {
        assertThat(reader.nextKeyValue()).isTrue();
      }
      assertThat(reader.getCurrentValue().reject().code()).isEqualTo(RejectCode.READ_ERROR);
    }
  }

  @Test
  void framesAreBoundedByTheSmallerOfBothKeys() throws Exception {
    // 400 pixels of 4 bytes and their mask.
    List<FitsSplit.Entry> files = List.of(file("a.fits", FitsBytes.ramp16(20, 20)));
    conf.setLong(FitsInputKeys.MAX_FRAME_BYTES, 2000);
    try (RecordReader<?, FrameRecord> reader = open(files)) {
      assertThat(reader.nextKeyValue()).isTrue();
      assertThat(reader.getCurrentValue().kind()).isEqualTo(FrameRecord.Kind.FRAME);
    }
    conf.setLong(FitsInputKeys.MAX_FRAME_BYTES, 1999);
    try (RecordReader<?, FrameRecord> reader = open(files)) {
      assertThat(reader.nextKeyValue()).isTrue();
      assertThat(reader.getCurrentValue().reject().code()).isEqualTo(RejectCode.TOO_LARGE);
    }
    conf.setLong(FitsInputKeys.MAX_FRAME_BYTES, Long.MAX_VALUE);
    conf.setDouble(FitsInputKeys.MAX_MEMORY_FRACTION, 1e-12);
    try (RecordReader<?, FrameRecord> reader = open(files)) {
      assertThat(reader.nextKeyValue()).isTrue();
      assertThat(reader.getCurrentValue().reject().code()).isEqualTo(RejectCode.TOO_LARGE);
    }
  }

  @Test
  void closingEarlyEndsTheThread() throws Exception {
    List<FitsSplit.Entry> files = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      files.add(file("f" + i + ".fits", FitsBytes.ramp16(10, 10)));
    }
    try (RecordReader<?, FrameRecord> reader = open(files)) {
      assertThat(reader.nextKeyValue()).isTrue();
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("kira-fits-read-ahead");
  }

  @Test
  void whatIsNoFilesFaultReachesTheTask() throws Exception {
    FitsSplit.Entry nowhere = new FitsSplit.Entry("x", new org.apache.hadoop.fs.Path("file:/x"), 1);
    conf.set("fs.file.impl", "no.such.Class");
    conf.setBoolean("fs.file.impl.disable.cache", true);
    try (RecordReader<?, FrameRecord> reader = open(List.of(nowhere))) {
      assertThatThrownBy(reader::nextKeyValue)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no.such.Class");
    }
  }

  /** The local file system, which tells what is opened. */
  public static final class TellingFileSystem extends LocalFileSystem {
    static final BlockingQueue<String> OPENED = new LinkedBlockingQueue<>();

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path file, int bufferSize)
        throws IOException {
      OPENED.add(file.getName());
      return super.open(file, bufferSize);
    }
  }

  /** Gives the task's counters. */
  private static final class Reporter extends StatusReporter {
    private final Counters counters;

    Reporter(Counters counters) {
      this.counters = counters;
    }

    @Override
    public org.apache.hadoop.mapreduce.Counter getCounter(Enum<?> name) {
      return counters.findCounter(name);
    }

    @Override
    public org.apache.hadoop.mapreduce.Counter getCounter(String group, String name) {
      return counters.findCounter(group, name);
    }

    @Override
    public void progress() {}

    @Override
    public float getProgress() {
      return 0;
    }

    @Override
    public void setStatus(String status) {}
  }
}
