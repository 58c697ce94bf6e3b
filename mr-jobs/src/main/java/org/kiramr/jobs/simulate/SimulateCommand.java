package org.kiramr.jobs.simulate;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.kiramr.jobs.cli.ExitCode;
import org.kiramr.jobs.cli.KiraTool;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.Terminal;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.run.HadoopLog;
import org.kiramr.jobs.run.JobProgress;
import org.kiramr.jobs.run.JobTuning;
import org.kiramr.jobs.run.OutputDirectory;

/** The command {@code simulate}: a sky whose sources are known, for tests and measurements. */
public final class SimulateCommand extends KiraTool {
  public SimulateCommand(PrintStream out) {
    super(out);
  }

  @Override
  public String name() {
    return "simulate";
  }

  @Override
  public String summary() {
    return "make frames of a sky whose sources are known";
  }

  @Override
  protected String example() {
    return "kira simulate --frames 10 -o sky";
  }

  @Override
  protected List<Setting<?>> settings() {
    return SimulateSettings.ALL;
  }

  @Override
  protected int execute() throws Exception {
    Configuration conf = getConf();
    String output = SimulateSettings.OUTPUT.get(conf);
    if (output == null) {
      throw new UsageException("--output is missing");
    }
    SimulateParameters parameters = SimulateParameters.from(conf);
    OutputDirectory directory =
        new OutputDirectory(
            new Path(output), conf, SimulateJob.DESCRIPTION, SimulateCommand::isOurs);
    boolean overwrite = SimulateSettings.OVERWRITE.get(conf);
    directory.check(overwrite);
    JobTuning.apply(conf);
    HadoopLog.start(name(), SimulateSettings.VERBOSE.get(conf), out());
    directory.clear(overwrite);
    Job job = SimulateJob.create(conf, directory.path());
    job.submit();
    JobProgress progress =
        new JobProgress(job, counters -> account(counters, parameters), out(), Terminal.isOutput());
    try {
      progress.await();
    } catch (IOException e) {
      directory.removeIfEmpty();
      throw e;
    }
    summarise(job.getCounters(), parameters, directory.path());
    return ExitCode.DONE;
  }

  /** Truth, and a directory for each run, six digits. */
  private static boolean isOurs(String name) {
    return name.equals(SkyField.TRUTH_DIRECTORY) || name.matches("\\d{6}");
  }

  private static String account(Counters counters, SimulateParameters parameters) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d frames",
        counters.findCounter(SimulateCounter.FRAMES).getValue(),
        parameters.frames());
  }

  private void summarise(Counters counters, SimulateParameters parameters, Path directory) {
    out()
        .printf(
            Locale.ROOT,
            "%,d frames of %s pixels in %,d fields, %.1f MB%n",
            counters.findCounter(SimulateCounter.FRAMES).getValue(),
            parameters.size(),
            counters.findCounter(SimulateCounter.FIELDS).getValue(),
            counters.findCounter(SimulateCounter.BYTES).getValue() / 1e6);
    out().println("frames: " + directory);
    out().println("truth: " + new Path(directory, SkyField.TRUTH_DIRECTORY));
  }
}
