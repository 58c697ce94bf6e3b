package org.kiramr.jobs.rerun;

import java.io.PrintStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.kiramr.jobs.cli.JsonResult;
import org.kiramr.jobs.cli.KiraTool;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.compare.CompareOptions;
import org.kiramr.jobs.run.JobTuning;

/**
 * {@code kira rerun PROVENANCE}: repeats a run of {@code extract} from its record, and says whether
 * the same rows came out. The result is in {@value RerunResult#FILE} of the new output, see {@link
 * RerunResult}.
 */
public final class RerunCommand extends KiraTool {
  public RerunCommand(PrintStream out) {
    super(out);
  }

  @Override
  public String name() {
    return RerunSettings.COMMAND;
  }

  @Override
  public String summary() {
    return "repeat a run from its provenance, and say whether the same rows come out";
  }

  @Override
  protected String example() {
    return "kira rerun catalogue/_provenance.json -o again";
  }

  @Override
  protected List<Setting<?>> settings() {
    return RerunSettings.ALL;
  }

  @Override
  protected Setting<List<String>> words() {
    return RerunSettings.PROVENANCE;
  }

  /** The exit code of the {@link RerunVerdict}. */
  @Override
  protected int execute() throws Exception {
    Configuration conf = getConf();
    for (Setting<?> setting : settings()) {
      setting.get(conf);
    }
    List<String> records = RerunSettings.PROVENANCE.get(conf);
    if (records.size() != 1) {
      throw new UsageException("name one record of provenance, not " + records.size());
    }
    CompareOptions options = CompareOptions.DEFAULT.withTolerances(RerunSettings.tolerances(conf));
    // before the first look at a file system: it chooses the local one
    JobTuning.apply(conf);
    JsonResult json = new JsonResult(RerunSettings.JSON.get(conf), out());
    CompletedRun before = CompletedRun.open(records.get(0), conf);
    RerunConfiguration setup = new RerunConfiguration(before.record(), before.files(), conf);
    RerunResult result = new Rerun(before, setup, options, json.report()).run();
    new RerunReport(json.report()).print(result);
    json.write(result);
    return result.exitCode();
  }
}
