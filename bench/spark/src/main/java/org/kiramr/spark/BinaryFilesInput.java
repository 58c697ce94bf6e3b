package org.kiramr.spark;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.input.PortableDataStream;
import org.apache.spark.util.SerializableConfiguration;
import org.kiramr.fits.mapreduce.Attempts;
import org.kiramr.fits.mapreduce.CombineFitsInputFormat;
import org.kiramr.fits.mapreduce.FileCounts;
import org.kiramr.fits.mapreduce.FitsCounters;
import org.kiramr.fits.mapreduce.FitsInputs;
import org.kiramr.fits.mapreduce.FrameRecord;
import org.kiramr.fits.mapreduce.InputFile;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.extract.InputPlan;
import scala.Tuple2;

/** The way that Kira reads: {@code SparkContext.binaryFiles}, and our reader on its streams. */
final class BinaryFilesInput {
  private static final String MAX_PARTITION_BYTES = "spark.files.maxPartitionBytes";
  private static final String OPEN_COST_BYTES = "spark.files.openCostInBytes";

  private BinaryFilesInput() {}

  /**
   * Has Spark pack files into as many partitions as our input format would: the open cost that
   * Spark counts in its sum, but not when it packs, would make fewer of them. What the user has set
   * stays.
   */
  static void pack(SparkConf spark) {
    spark.setIfMissing(OPEN_COST_BYTES, "0");
    spark.setIfMissing(MAX_PARTITION_BYTES, Long.toString(Long.MAX_VALUE));
  }

  /** The records of all files; they are valid one at a time, see {@link BinaryFrames}. */
  static JavaRDD<FrameRecord> read(
      JavaSparkContext context,
      Configuration conf,
      InputPlan plan,
      Broadcast<SerializableConfiguration> shared)
      throws IOException {
    List<InputFile> files = FitsInputs.list(conf);
    Map<String, Tuple2<String, Long>> images = new HashMap<>();
    for (InputFile file : files) {
      images.put(file.path().toString(), new Tuple2<>(file.image(), file.length()));
    }
    String paths = files.stream().map(BinaryFilesInput::literal).collect(Collectors.joining(","));
    long partitions = CombineFitsInputFormat.splits(conf, plan.files(), plan.bytes());
    return context
        .binaryFiles(paths, Math.toIntExact(partitions))
        .mapPartitions(new Read(context.broadcast(images), shared));
  }

  /**
   * The path as a glob in a list parted by commas. What else it matches is not planned, and left
   * out.
   */
  private static String literal(InputFile file) {
    String name = file.path().getName();
    if (name.startsWith(".") || name.startsWith("_")) {
      throw new UsageException(
          file.path() + ": binaryfiles leaves out names that begin with " + name.charAt(0));
    }
    StringBuilder glob = new StringBuilder();
    for (char c : file.path().toString().toCharArray()) {
      if (",{}".indexOf(c) >= 0) {
        // there is no escape for what parts the paths of the list
        glob.append('?');
      } else {
        glob.append("*?[]\\".indexOf(c) < 0 ? "" : "\\").append(c);
      }
    }
    return glob.toString();
  }

  private static final class Read
      implements FlatMapFunction<Iterator<Tuple2<String, PortableDataStream>>, FrameRecord> {
    private final Broadcast<Map<String, Tuple2<String, Long>>> images;
    private final Broadcast<SerializableConfiguration> conf;

    Read(
        Broadcast<Map<String, Tuple2<String, Long>>> images,
        Broadcast<SerializableConfiguration> conf) {
      this.images = images;
      this.conf = conf;
    }

    @Override
    public Iterator<FrameRecord> call(Iterator<Tuple2<String, PortableDataStream>> files) {
      SparkTask task = SparkTask.current();
      Configuration ofTask = conf.value().value();
      FileCounts counts =
          new FileCounts(
              (counter, amount) -> task.find(FitsCounters.GROUP, counter).increment(amount));
      Map<String, Tuple2<String, Long>> ofFiles = images.value();
      BinaryFrames frames =
          new BinaryFrames(
              files,
              ofFiles,
              ofTask,
              FitsInputs.readerOptions(ofTask),
              Attempts.isLast(task.inputContext(first(ofTask))),
              counts);
      task.atEnd(frames::close);
      return frames;
    }

    private static TaskAttemptContext first(Configuration conf) {
      TaskAttemptID attempt = new TaskAttemptID("spark", 0, TaskType.MAP, 0, 0);
      return new TaskAttemptContextImpl(conf, attempt);
    }
  }
}
