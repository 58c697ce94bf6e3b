package org.kiramr.oozie.action;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Adds a verification to {@code _history.tsv}, and keeps its report as {@code
 * _history/WORKFLOW.json}. Arguments: {@code workflow}, {@code catalogs}. Done again, it replaces
 * the workflow's line.
 */
public final class HistoryAction {
  private static final Set<String> ARGUMENTS = Set.of("workflow", "catalogs");

  private static final String NAME = "_history";

  private static final List<String> COLUMNS =
      List.of(
          "started",
          "workflow",
          "provenance",
          "verdict",
          "sha256_before",
          "sha256_after",
          "versions_changed",
          "versions",
          "seconds",
          "sentence");

  private HistoryAction() {}

  /**
   * To be called by Oozie.
   *
   * @throws ActionFailedException if the report cannot be read or the history not written
   */
  public static void main(String[] args) throws ActionFailedException {
    Launcher.ofThisProcess().run(HistoryAction::run, ARGUMENTS, args);
  }

  static Map<String, String> run(ActionArguments arguments, Configuration conf) throws IOException {
    Store store = Store.of(arguments.get("catalogs"), conf);
    String workflow = arguments.get("workflow");
    Path output = store.staging(workflow);
    RerunSummary rerun = RerunSummary.of(store, output);
    store.write(
        new Path(store.path(NAME), workflow + ".json"),
        store.read(new Path(output, RerunSummary.FILE)),
        workflow);
    new LineTable(store, NAME, COLUMNS)
        .put(
            workflow,
            Arrays.asList(
                rerun.started().toString(),
                workflow,
                rerun.provenance(),
                rerun.verdict(),
                rerun.sha256Before(),
                rerun.sha256After(),
                String.join("; ", rerun.changes()),
                versions(rerun, store, output),
                rerun.seconds(),
                rerun.sentence()));
    return Map.of();
  }

  /** Those of today; null if nothing could be extracted. */
  private static String versions(RerunSummary rerun, Store store, Path output) throws IOException {
    return rerun.sha256After() == null
        ? null
        : String.join("; ", ExtractSummary.of(store, output).versions());
  }
}
