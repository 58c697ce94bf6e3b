package org.kiramr.oozie.action;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.kiramr.jobs.rerun.RerunCommand;

/**
 * Runs {@code rerun} into the workflow's staging directory. Arguments: {@code workflow}, {@code
 * catalogs}, {@code provenance}, see {@link RunChoice}, and {@code options}, the command's own.
 *
 * <p>Output: {@code exitCode} (0, or 3 if something differs), {@code verdict} (reproduced,
 * within-tolerance, different or inputs-changed), {@code sentence} (the verdict with what differs),
 * {@code provenance} (the record), {@code seconds}.
 */
public final class RerunAction {
  private static final Set<String> ARGUMENTS =
      Set.of("workflow", "catalogs", "provenance", "options");

  private RerunAction() {}

  /**
   * To be called by Oozie.
   *
   * @throws ActionFailedException with the command's reason, if it fails; a difference is no
   *     failure
   */
  public static void main(String[] args) throws ActionFailedException {
    Launcher.ofThisProcess().run(RerunAction::run, ARGUMENTS, args);
  }

  static Map<String, String> run(ActionArguments arguments, Configuration conf) throws Exception {
    Store store = Store.of(arguments.get("catalogs"), conf);
    Path run = RunChoice.of(arguments.get("provenance"), store);
    ToolRun rerun = new ToolRun(new RerunCommand(System.out), store, arguments.get("workflow"));
    int code = rerun.run(conf, arguments.get("options"), List.of("--provenance", run.toString()));
    RerunSummary summary = RerunSummary.of(store, rerun.output());
    Map<String, String> output = new HashMap<>();
    output.put("exitCode", Integer.toString(code));
    output.put("verdict", summary.verdict());
    output.put("sentence", summary.sentence());
    output.put("provenance", summary.provenance());
    output.put("seconds", summary.seconds());
    return output;
  }
}
