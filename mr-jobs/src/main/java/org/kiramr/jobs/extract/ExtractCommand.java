package org.kiramr.jobs.extract;

import java.io.PrintStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.kiramr.jobs.cli.KiraTool;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.run.HadoopLog;
import org.kiramr.jobs.run.JobTuning;
import org.kiramr.jobs.run.OutputDirectory;

/** {@code kira extract}: FITS frames in, one catalogue a field out. */
public final class ExtractCommand extends KiraTool {
  public ExtractCommand(PrintStream out) {
    super(out);
  }

  @Override
  public String name() {
    return "extract";
  }

  @Override
  public String summary() {
    return "find the sources in FITS frames and write a catalogue a field";
  }

  @Override
  protected String example() {
    return "kira extract -i frames/ -o catalogue";
  }

  @Override
  protected List<Setting<?>> settings() {
    return ExtractSettings.all();
  }

  @Override
  protected int execute() throws Exception {
    Configuration conf = getConf();
    checkSettings(conf);
    if (ExtractSettings.VERBOSE.get(conf)) {
      HadoopLog.show();
    } else {
      out().println("Hadoop's log: " + HadoopLog.toFile(name()));
    }
    JobTuning.apply(conf);
    OutputDirectory output =
        new OutputDirectory(new Path(ExtractSettings.OUTPUT.get(conf)), conf, Provenance.FILE);
    output.check(ExtractSettings.OVERWRITE.get(conf));
    InputPlan plan = InputPlan.of(conf, output);
    out().printf("%,d files, %,d MB%n", plan.files(), plan.bytes() >> 20);
    output.clear();
    return new ExtractRun(conf, plan, output, out()).run();
  }

  /** Reads every setting once, so that a wrong one is told before anything is touched. */
  private void checkSettings(Configuration conf) {
    for (Setting<?> setting : ExtractSettings.all()) {
      setting.get(conf);
    }
    if (ExtractSettings.INPUT.get(conf).isEmpty()) {
      throw new UsageException("no input: name it with -i PATH");
    }
    if (ExtractSettings.OUTPUT.get(conf) == null) {
      throw new UsageException("no output: name it with -o DIR");
    }
  }
}
