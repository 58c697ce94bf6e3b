package org.kiramr.cluster.probe;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.conf.Configured;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.NLineInputFormat;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.util.Tool;
import org.apache.hadoop.util.ToolRunner;

/**
 * A job that says where its tasks run: one map a line of the input, one reducer, and a line "task,
 * fact, value" for each fact.
 */
public final class Probe extends Configured implements Tool {
  private Probe() {}

  /** Arguments: generic options, input, output. */
  public static void main(String[] args) throws Exception {
    System.exit(ToolRunner.run(new Configuration(), new Probe(), args));
  }

  @Override
  public int run(String[] args) throws Exception {
    Job job = Job.getInstance(getConf(), "probe");
    job.setJarByClass(Probe.class);
    job.setMapperClass(ProbeMapper.class);
    job.setReducerClass(ProbeReducer.class);
    job.setInputFormatClass(NLineInputFormat.class);
    job.setOutputKeyClass(Text.class);
    job.setOutputValueClass(Text.class);
    FileInputFormat.addInputPath(job, new Path(args[0]));
    FileOutputFormat.setOutputPath(job, new Path(args[1]));
    return job.waitForCompletion(true) ? 0 : 1;
  }
}
