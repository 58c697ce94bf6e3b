package org.kiramr.jobs.extract;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputCommitter;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.kiramr.fits.mapreduce.CombineFitsInputFormat;
import org.kiramr.fits.mapreduce.FitsInputFormat;

/** Puts the MapReduce job of {@code extract} together. */
final class ExtractJob {
  private ExtractJob() {}

  static Job create(Configuration conf, Path output, InputPlan plan) throws IOException {
    Job job = Job.getInstance(conf, "kira extract " + output);
    job.setJarByClass(ExtractJob.class);
    job.setInputFormatClass(
        ExtractSettings.ONE_FILE_PER_MAP.get(conf)
            ? FitsInputFormat.class
            : CombineFitsInputFormat.class);
    job.setMapperClass(ExtractMapper.class);
    job.setMapOutputKeyClass(FrameKey.class);
    job.setMapOutputValueClass(CatalogRecord.class);
    TimedShuffle.use(job.getConfiguration());
    job.setPartitionerClass(FieldPartitioner.class);
    job.setGroupingComparatorClass(FieldGroupingComparator.class);
    job.setReducerClass(ExtractReducer.class);
    job.setNumReduceTasks(plan.reducers());
    job.setOutputFormatClass(CatalogOutputFormat.class);
    job.setOutputKeyClass(FrameKey.class);
    job.setOutputValueClass(CatalogRecord.class);
    FileOutputFormat.setOutputPath(job, output);
    // the driver marks success itself, once counters and provenance are there
    job.getConfiguration().setBoolean(FileOutputCommitter.SUCCESSFUL_JOB_OUTPUT_DIR_MARKER, false);
    return job;
  }
}
