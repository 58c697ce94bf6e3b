package org.kiramr.jobs.inspect;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.kiramr.fits.mapreduce.InputFile;
import org.kiramr.jobs.cli.ExitCode;
import org.kiramr.jobs.cli.KiraTool;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.run.InputFiles;
import org.kiramr.jobs.run.JobTuning;

/**
 * {@code kira inspect}: what {@code extract} would see in each file and HDU, and what it would
 * reject. Files are read in this process, to their ends; frames are limited as in {@code extract}
 * with the same configuration, but never to more than this process has memory for.
 */
public final class InspectCommand extends KiraTool {
  public InspectCommand(PrintStream out) {
    super(out);
  }

  @Override
  public String name() {
    return InspectSettings.COMMAND;
  }

  @Override
  public String summary() {
    return "show what FITS files hold and what extract would make of it";
  }

  @Override
  protected String example() {
    return "kira inspect --pixels frames/*.fits.gz";
  }

  @Override
  protected List<Setting<?>> settings() {
    return InspectSettings.all();
  }

  @Override
  protected Setting<List<String>> words() {
    return InspectSettings.READER.input();
  }

  /** {@link ExitCode#TOO_MANY_REJECTS} if anything would be rejected. */
  @Override
  protected int execute() throws IOException {
    Configuration conf = getConf();
    if (words().get(conf).isEmpty()) {
      throw new UsageException("no input: name files or directories");
    }
    InspectSettings.READER.check(conf);
    JobTuning.apply(conf);
    InspectSettings.READER.apply(conf);
    // Only tasks in one process share memory; a cluster need not be asked for their number.
    JobTuning.limitFrames(conf, JobTuning.isLocal(conf) ? JobTuning.taskSlots(conf) : 1);
    FileInspector inspector = inspector(conf);
    ReportWriter report =
        InspectSettings.JSON.get(conf) ? new JsonReport(out()) : new TableReport(out());
    int exitCode = ExitCode.DONE;
    for (InputFile file : InputFiles.list(conf)) {
      FileReport seen = inspector.inspect(file);
      report.write(seen);
      if (out().checkError()) {
        // Nobody reads any more (| head), which is no news to anybody.
        return ExitCode.FAILED;
      }
      if (seen.summary().rejects() > 0) {
        exitCode = ExitCode.TOO_MANY_REJECTS;
      }
    }
    return exitCode;
  }

  private static FileInspector inspector(Configuration conf) {
    try {
      return new FileInspector(conf, InspectSettings.PIXELS.get(conf));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
