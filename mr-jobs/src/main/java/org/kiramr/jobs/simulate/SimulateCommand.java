package org.kiramr.jobs.simulate;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.MRConfig;
import org.kiramr.jobs.cli.ExitCode;
import org.kiramr.jobs.cli.KiraTool;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.UsageException;

/** The command {@code simulate}: a sky whose sources are known, for tests and measurements. */
public final class SimulateCommand extends KiraTool {
  private static final int LOCAL_POLL_MILLISECONDS = 200;

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
    prepare(new Path(output), SimulateSettings.OVERWRITE.get(conf), conf);
    if (MRConfig.LOCAL_FRAMEWORK_NAME.equals(
        conf.get(MRConfig.FRAMEWORK_NAME, MRConfig.LOCAL_FRAMEWORK_NAME))) {
      // a short local job would wait for the default poll, 5 s
      conf.setInt(Job.COMPLETION_POLL_INTERVAL_KEY, LOCAL_POLL_MILLISECONDS);
    }
    Job job = SimulateJob.create(conf);
    if (!job.waitForCompletion(false)) {
      out().println("simulate failed: " + job.getStatus().getFailureInfo());
      return ExitCode.FAILED;
    }
    out()
        .println(
            String.format(
                Locale.ROOT,
                "%d frames of %s in %d fields, %.1f MB: %s",
                job.getCounters().findCounter(SimulateCounter.FRAMES).getValue(),
                parameters.size(),
                job.getCounters().findCounter(SimulateCounter.FIELDS).getValue(),
                job.getCounters().findCounter(SimulateCounter.BYTES).getValue() / 1e6,
                output));
    return ExitCode.DONE;
  }

  private static void prepare(Path output, boolean overwrite, Configuration conf)
      throws IOException {
    FileSystem fileSystem = output.getFileSystem(conf);
    if (!fileSystem.exists(output)) {
      return;
    }
    if (!overwrite) {
      throw new UsageException(output + " exists: give --overwrite to replace it");
    }
    if (!fileSystem.exists(new Path(output, SimulateJob.DESCRIPTION))) {
      throw new UsageException(output + " is not an output of simulate: it is not replaced");
    }
    if (!fileSystem.delete(output, true)) {
      throw new IOException("cannot remove " + output);
    }
  }
}
