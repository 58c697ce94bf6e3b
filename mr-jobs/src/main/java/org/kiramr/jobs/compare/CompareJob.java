package org.kiramr.jobs.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.TextOutputFormat;
import org.kiramr.jobs.run.JobTuning;

/** Puts the MapReduce job of {@code compare} together, and reads what it found. */
final class CompareJob {
  private static final long MEGABYTE = 1L << 20;

  /** Input of a map task, at most: Hadoop's usual block. */
  private static final long LARGEST_SPLIT = 128 * MEGABYTE;

  /** Less is not worth a task. */
  private static final long SMALLEST_SPLIT = 4 * MEGABYTE;

  /** Input for which one more reduce task is worth its container. */
  private static final long BYTES_A_REDUCER = 256 * MEGABYTE;

  private CompareJob() {}

  /**
   * The job, not yet submitted.
   *
   * @param conf holds all that the tasks have to know
   * @param bytes length of the input
   * @param output directory that does not exist
   */
  static Job create(Configuration conf, long bytes, Path output) throws IOException {
    Job job = Job.getInstance(conf, "kira compare");
    job.setJarByClass(CompareJob.class);
    job.setInputFormatClass(PartLinesInputFormat.class);
    job.setMapperClass(CompareMapper.class);
    job.setMapOutputKeyClass(RowKey.class);
    job.setMapOutputValueClass(RowRecord.class);
    job.setPartitionerClass(RowFieldPartitioner.class);
    job.setSortComparatorClass(RowKeyComparator.class);
    job.setGroupingComparatorClass(RowFieldComparator.class);
    job.setReducerClass(CompareReducer.class);
    job.setOutputFormatClass(TextOutputFormat.class);
    job.setOutputKeyClass(NullWritable.class);
    job.setOutputValueClass(Text.class);
    FileOutputFormat.setOutputPath(job, output);
    // a cluster may compress by default; this is read here again, as text
    FileOutputFormat.setCompressOutput(job, false);
    int slots = JobTuning.taskSlots(conf);
    if (conf.get(FileInputFormat.SPLIT_MAXSIZE) == null) {
      FileInputFormat.setMaxInputSplitSize(
          job, Math.max(SMALLEST_SPLIT, Math.min(LARGEST_SPLIT, bytes / slots)));
    }
    job.setNumReduceTasks(reducers(conf, bytes, slots));
    return job;
  }

  private static int reducers(Configuration conf, long bytes, int slots) {
    int wanted = CompareSettings.REDUCERS.get(conf);
    if (wanted > 0) {
      return wanted;
    }
    long useful = JobTuning.isLocal(conf) ? slots : 1 + bytes / BYTES_A_REDUCER;
    return (int) Math.min(useful, slots);
  }

  /** What each reduce task found. */
  static List<PartialComparison> results(Path output, Configuration conf) throws IOException {
    FileSystem fileSystem = output.getFileSystem(conf);
    List<PartialComparison> results = new ArrayList<>();
    for (FileStatus part : fileSystem.globStatus(new Path(output, "part-r-*"))) {
      try (BufferedReader in =
          new BufferedReader(
              new InputStreamReader(fileSystem.open(part.getPath()), StandardCharsets.UTF_8))) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          results.add(PartialComparison.fromJson(line));
        }
      }
    }
    return results;
  }
}
