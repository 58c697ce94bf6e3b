package org.kiramr.jobs.compare;

import java.io.PrintStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.kiramr.jobs.cli.ExitCode;
import org.kiramr.jobs.cli.JsonResult;
import org.kiramr.jobs.cli.KiraTool;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.run.HadoopLog;

/** {@code kira compare A B}: whether two catalogues are the same, and where they are not. */
public final class CompareCommand extends KiraTool {
  public CompareCommand(PrintStream out) {
    super(out);
  }

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String summary() {
    return "say whether two catalogues are equal, and where they differ";
  }

  @Override
  protected String example() {
    return "kira compare --tolerance flux_auto=rel:1e-6 before after";
  }

  @Override
  protected List<Setting<?>> settings() {
    return CompareSettings.ALL;
  }

  @Override
  protected Setting<List<String>> words() {
    return CompareSettings.CATALOGUES;
  }

  /** {@link ExitCode#DIFFERENT} unless the catalogues are equal. */
  @Override
  protected int execute() throws Exception {
    Configuration conf = getConf();
    List<String> catalogues = CompareSettings.CATALOGUES.get(conf);
    if (catalogues.size() != 2) {
      throw new UsageException("name two catalogues, not " + catalogues.size());
    }
    CompareOptions options = CompareOptions.from(conf);
    CompareSettings.REDUCERS.get(conf);
    JsonResult json = new JsonResult(CompareSettings.JSON.get(conf), out());
    PrintStream report = json.report();
    HadoopLog.start(name(), CompareSettings.VERBOSE.get(conf), report);
    CatalogComparison result =
        new CatalogComparer(conf, report).compare(catalogues.get(0), catalogues.get(1), options);
    new ComparisonReport(report).print(result);
    json.write(result);
    return result.isEqual() ? ExitCode.DONE : ExitCode.DIFFERENT;
  }
}
