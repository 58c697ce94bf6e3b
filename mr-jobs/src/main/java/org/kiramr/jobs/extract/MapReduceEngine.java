package org.kiramr.jobs.extract;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.Terminal;
import org.kiramr.jobs.run.HadoopLog;
import org.kiramr.jobs.run.JobProgress;
import org.kiramr.jobs.run.JobTuning;

/** Hadoop MapReduce: the local job runner in this process, or YARN. */
final class MapReduceEngine implements ExtractEngine {
  @Override
  public String name() {
    return "mapreduce";
  }

  @Override
  public String program() {
    return "kira";
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of();
  }

  @Override
  public void prepare(Configuration conf) {
    JobTuning.apply(conf);
    JobTuning.reserveFrameMemory(conf);
  }

  @Override
  public void startLog(boolean verbose, PrintStream out) throws IOException {
    HadoopLog.start("extract", verbose, out);
  }

  @Override
  public EngineResult run(PlannedRun run) throws IOException, InterruptedException {
    Job job = ExtractJob.create(run.conf(), run.output(), run.plan());
    submit(job);
    new JobProgress(job, run::account, run.out(), Terminal.isOutput()).await();
    Counters counters = job.getCounters();
    if (counters == null) {
      throw new IOException(
          "the job is done, but its counters cannot be had (is the history server up?): "
              + run.output()
              + " is not checked");
    }
    long planned =
        job.getConfiguration().getLong(FileInputFormat.NUM_INPUT_FILES, run.plan().files());
    return new EngineResult(counters, planned, facts(job), Map.of());
  }

  private static void submit(Job job) throws IOException, InterruptedException {
    try {
      job.submit();
    } catch (ClassNotFoundException e) {
      throw new IOException("the job's classes are not there: " + e.getMessage(), e);
    }
  }

  private static Map<String, String> facts(Job job) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("id", job.getJobID().toString());
    facts.put("framework", JobTuning.isLocal(job.getConfiguration()) ? "local" : "yarn");
    facts.put("user", job.getUser());
    return facts;
  }
}
