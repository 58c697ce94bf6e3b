package org.kiramr.spark;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputCommitter;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.kiramr.fits.mapreduce.FrameRecord;
import org.kiramr.jobs.extract.CatalogRecord;
import org.kiramr.jobs.extract.FrameKey;
import org.kiramr.jobs.extract.PlannedRun;

/**
 * One job of two stages: files to frames to catalogues of frames; and after the shuffle, by which
 * each field's records come together in order, fields to files. Frames are never stored, cached or
 * shuffled.
 */
final class SparkJob {
  /** The first stage is nine tenths of the work. */
  private static final double EXTRACTION = 0.9;

  private final JavaSparkContext context;
  private final PlannedRun run;
  private final StageCounters extracted = new StageCounters();
  private final StageCounters consolidated = new StageCounters();

  SparkJob(JavaSparkContext context, PlannedRun run) {
    this.context = context;
    this.run = run;
    // without names: Spark would keep the value of each task with those
    context.sc().register(extracted);
    context.sc().register(consolidated);
  }

  /**
   * Runs to the end: the output is committed, without the marker of success.
   *
   * @throws IOException if it failed
   */
  void run() throws IOException {
    Configuration output = output();
    Broadcast<SerializableConfiguration> conf =
        context.broadcast(new SerializableConfiguration(run.conf()));
    try {
      frames(conf)
          .mapPartitionsToPair(new ExtractPartition(conf, extracted))
          .repartitionAndSortWithinPartitions(new FieldSpread(run.plan().reducers()))
          .mapPartitionsToPair(new ConsolidatePartition(consolidated))
          .saveAsNewAPIHadoopDataset(output);
    } catch (Exception e) {
      // Spark's exceptions are checked ones, but Scala declares none
      throw new IOException("the job failed: " + e.getMessage(), e);
    }
  }

  private JavaRDD<FrameRecord> frames(Broadcast<SerializableConfiguration> conf)
      throws IOException {
    if (SparkSettings.MODE.get(run.conf()).equals(SparkSettings.BINARY_FILES)) {
      return BinaryFilesInput.read(context, run.conf(), run.plan(), conf);
    }
    return context
        .newAPIHadoopRDD(run.conf(), SparkFitsInputFormat.class, Text.class, FrameRecord.class)
        .values();
  }

  private Configuration output() throws IOException {
    Job job = Job.getInstance(run.conf());
    job.setOutputFormatClass(SparkCatalogOutputFormat.class);
    job.setOutputKeyClass(FrameKey.class);
    job.setOutputValueClass(CatalogRecord.class);
    FileOutputFormat.setOutputPath(job, run.output());
    // the driver marks success itself, once counters and provenance are there
    job.getConfiguration().setBoolean(FileOutputCommitter.SUCCESSFUL_JOB_OUTPUT_DIR_MARKER, false);
    return job.getConfiguration();
  }

  /** What the tasks that have ended counted. */
  Counters counters() {
    Counters counters = extracted.value();
    counters.incrAllCounters(consolidated.value());
    return counters;
  }

  /** Which part of the work is done, 0 to 1, by tasks. */
  double done() {
    int tasks = 0;
    for (int stage : context.statusTracker().getActiveStageIds()) {
      SparkStageInfo info = context.statusTracker().getStageInfo(stage);
      tasks = info == null ? 0 : info.numTasks();
    }
    if (tasks == 0) {
      return 0;
    }
    return consolidated.isZero() && extracted.size() < tasks
        ? EXTRACTION * extracted.size() / tasks
        : EXTRACTION + (1 - EXTRACTION) * consolidated.size() / run.plan().reducers();
  }
}
