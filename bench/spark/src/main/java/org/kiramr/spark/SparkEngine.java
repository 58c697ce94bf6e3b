package org.kiramr.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.extract.EngineResult;
import org.kiramr.jobs.extract.ExtractEngine;
import org.kiramr.jobs.extract.ExtractSettings;
import org.kiramr.jobs.extract.PlannedRun;

/** Spark, in this process or on YARN with the driver in this process. */
final class SparkEngine implements ExtractEngine {
  static final String PROGRAM = "kira-spark";

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public String program() {
    return PROGRAM;
  }

  @Override
  public List<Setting<?>> settings() {
    return SparkSettings.all();
  }

  @Override
  public void prepare(Configuration conf) {
    boolean binaryFiles = SparkSettings.MODE.get(conf).equals(SparkSettings.BINARY_FILES);
    if (binaryFiles && ExtractSettings.ONE_FILE_PER_MAP.get(conf)) {
      throw new UsageException(
          "--one-file-per-map cannot be had with --mode binaryfiles, where Spark packs files");
    }
    SparkSetup.shareHadoopKeys(conf);
    SparkSetup.plan(conf, SparkSetup.conf(conf));
  }

  @Override
  public void startLog(boolean verbose, PrintStream out) throws IOException {
    SparkLog.start("spark-extract", verbose, out);
  }

  @Override
  public EngineResult run(PlannedRun run) throws IOException {
    SparkConf spark = SparkSetup.conf(run.conf());
    spark.setIfMissing("spark.app.name", "kira extract " + run.output());
    try (JavaSparkContext context = new JavaSparkContext(spark)) {
      SparkJob job = new SparkJob(context, run);
      try (SparkProgress progress =
          new SparkProgress(run.out(), () -> run.account(job.counters()), job::done)) {
        progress.start();
        job.run();
      }
      Counters counters = job.counters();
      return new EngineResult(
          counters,
          run.plan().files(),
          facts(context, run.conf()),
          Map.of("spark", context.version()));
    }
  }

  private static Map<String, String> facts(JavaSparkContext context, Configuration conf) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("id", context.sc().applicationId());
    facts.put("framework", SparkSetup.isLocal(context.getConf()) ? "local" : "yarn");
    facts.put("user", context.sparkUser());
    facts.put("master", context.master());
    facts.put("mode", SparkSettings.MODE.get(conf));
    return facts;
  }
}
