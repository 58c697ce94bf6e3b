package org.kiramr.jobs.extract;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.kiramr.jobs.cli.ExitCode;
import org.kiramr.jobs.cli.Terminal;
import org.kiramr.jobs.run.JobProgress;
import org.kiramr.jobs.run.OutputDirectory;

/**
 * One run of the job: submits, waits, checks the counters, records the provenance, and says what
 * came out.
 */
final class ExtractRun {
  private final Configuration conf;
  private final InputPlan plan;
  private final OutputDirectory output;
  private final PrintStream out;

  ExtractRun(Configuration conf, InputPlan plan, OutputDirectory output, PrintStream out) {
    this.conf = conf;
    this.plan = plan;
    this.output = output;
    this.out = out;
  }

  /** Returns the exit code. */
  int run() throws IOException, InterruptedException, ClassNotFoundException {
    Instant started = Instant.now();
    Job job = ExtractJob.create(conf, output.path(), plan);
    job.submit();
    JobProgress progress = new JobProgress(job, this::account, out, Terminal.isOutput());
    try {
      progress.await();
    } catch (IOException e) {
      output.removeIfEmpty();
      throw e;
    }
    Counters counters = job.getCounters();
    if (counters == null) {
      throw new IOException(
          "the job is done, but its counters cannot be had (is the history server up?): "
              + output.path()
              + " is not checked");
    }
    long planned = job.getConfiguration().getLong(FileInputFormat.NUM_INPUT_FILES, plan.files());
    CatalogDigest digest = CatalogDigest.of(output.path(), conf);
    String complaint = Reconciliation.complaint(counters, planned, digest);
    if (complaint != null) {
      throw new IOException(
          "the counters do not reconcile: " + complaint + "; do not use " + output.path());
    }
    Instant ended = Instant.now();
    Provenance.write(output.marker(), job, counters, plan, digest, started, ended);
    output.markSuccess();
    summarise(counters, digest, Duration.between(started, ended));
    return exitCode(counters);
  }

  private String account(Counters counters) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d files, %,d frames, %,d detections, %,d rejects",
        KiraCounter.FILES_READ.in(counters),
        plan.files(),
        KiraCounter.FRAMES_EXTRACTED.in(counters),
        KiraCounter.DETECTIONS.in(counters),
        Reconciliation.rejects(counters));
  }

  private void summarise(Counters counters, CatalogDigest digest, Duration elapsed) {
    out.printf(
        Locale.ROOT,
        "%,d detections in %,d frames of %,d fields, %.1f s%n",
        KiraCounter.DETECTIONS.in(counters),
        KiraCounter.FRAMES_EXTRACTED.in(counters),
        digest.fields(),
        elapsed.toMillis() / 1000.0);
    long duplicates = KiraCounter.DUPLICATE_FRAMES.in(counters);
    if (duplicates > 0) {
      out.printf(
          "%,d frames repeat band and HDU of another image of their field; kept%n", duplicates);
    }
    long rejects = Reconciliation.rejects(counters);
    if (rejects > 0) {
      out.printf("%,d rejects: %s%n", rejects, new Path(output.path(), "rejects"));
    }
    out.println("catalogue: " + new Path(output.path(), "catalog"));
    out.println("sha256: " + digest.sha256());
  }

  private int exitCode(Counters counters) {
    boolean tooMany = Reconciliation.rejects(counters) > ExtractSettings.MAX_REJECTS.get(conf);
    return tooMany ? ExitCode.TOO_MANY_REJECTS : ExitCode.DONE;
  }
}
