package org.kiramr.oozie.action;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Records a published run in {@code _runs.tsv}. Arguments: {@code workflow}, {@code catalogs},
 * {@code night}, {@code version}. Done again, it replaces the version's line.
 */
public final class RecordAction {
  private static final Set<String> ARGUMENTS = Set.of("workflow", "catalogs", "night", "version");

  private RecordAction() {}

  /**
   * To be called by Oozie.
   *
   * @throws ActionFailedException if the run's provenance cannot be read or the record not written
   */
  public static void main(String[] args) throws ActionFailedException {
    Launcher.ofThisProcess().run(RecordAction::run, ARGUMENTS, args);
  }

  static Map<String, String> run(ActionArguments arguments, Configuration conf) throws IOException {
    Store store = Store.of(arguments.get("catalogs"), conf);
    String night = arguments.get("night");
    Path version =
        new Path(store.night(night), Labels.require("version", arguments.get("version")));
    ExtractSummary run = ExtractSummary.of(store, version);
    new RunTable(store).put(night, arguments.get("workflow"), version, run);
    return Map.of();
  }
}
