package org.kiramr.jobs.simulate;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.LazyOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.TextOutputFormat;
import org.kiramr.jobs.run.JobTuning;

/** The job: maps only, which make ranges of fields. */
public final class SimulateJob {
  /** The file that tells how an output was made, and that it is one of this job. */
  public static final String DESCRIPTION = "_simulation.json";

  private SimulateJob() {}

  /**
   * The job that the configuration describes, not yet submitted.
   *
   * @param output directory that does not exist
   */
  public static Job create(Configuration conf, Path output) throws IOException {
    Job job = Job.getInstance(conf, "kira simulate");
    // as many tasks as can run at once, if there are as many fields
    job.getConfiguration().setInt(MRJobConfig.NUM_MAPS, JobTuning.taskSlots(conf));
    job.setJarByClass(SimulateJob.class);
    job.setInputFormatClass(FieldRangeInputFormat.class);
    job.setMapperClass(SimulateMapper.class);
    job.setNumReduceTasks(0);
    job.setOutputKeyClass(NullWritable.class);
    job.setOutputValueClass(NullWritable.class);
    // the committer of file outputs, but no part files: the mapper writes files of its own
    LazyOutputFormat.setOutputFormatClass(job, TextOutputFormat.class);
    FileOutputFormat.setOutputPath(job, output);
    return job;
  }
}
