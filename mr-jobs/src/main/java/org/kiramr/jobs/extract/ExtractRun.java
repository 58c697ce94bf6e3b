package org.kiramr.jobs.extract;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.kiramr.jobs.cli.ExitCode;
import org.kiramr.jobs.run.OutputDirectory;

/**
 * One run: has the engine do the work, checks its counters, records the provenance, and says what
 * came out.
 */
final class ExtractRun {
  private final ExtractEngine engine;
  private final Configuration conf;
  private final InputPlan plan;
  private final OutputDirectory output;
  private final PrintStream out;

  ExtractRun(
      ExtractEngine engine,
      Configuration conf,
      InputPlan plan,
      OutputDirectory output,
      PrintStream out) {
    this.engine = engine;
    this.conf = conf;
    this.plan = plan;
    this.output = output;
    this.out = out;
  }

  /** Returns the exit code. */
  int run() throws IOException, InterruptedException {
    Instant started = Instant.now();
    EngineResult result = runEngine();
    Counters counters = result.counters();
    CatalogDigest digest = CatalogDigest.of(output.path(), conf);
    String complaint = Reconciliation.complaint(counters, result.filesPlanned(), digest);
    if (complaint != null) {
      throw new IOException(
          "the counters do not reconcile: " + complaint + "; do not use " + output.path());
    }
    Instant ended = Instant.now();
    new Provenance(conf, plan, started, ended)
        .write(output.marker(), engine.name(), result, digest);
    output.markSuccess();
    summarise(counters, digest, Duration.between(started, ended));
    return exitCode(counters);
  }

  private EngineResult runEngine() throws IOException, InterruptedException {
    try {
      return engine.run(new PlannedRun(conf, plan, output.path(), out));
    } catch (IOException e) {
      output.removeIfEmpty();
      throw e;
    }
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
