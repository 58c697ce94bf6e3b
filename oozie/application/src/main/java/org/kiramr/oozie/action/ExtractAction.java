package org.kiramr.oozie.action;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.kiramr.jobs.extract.ExtractCommand;

/**
 * Runs {@code extract} into the workflow's staging directory. Arguments: {@code workflow}, {@code
 * catalogs}, {@code night}, {@code input}, and {@code options}, the command's own.
 *
 * <p>Output: {@code exitCode} (0, or 3 if there are too many rejects), {@code output} (the
 * directory), {@code job}, {@code frames}, {@code framesRejected}, {@code filesRejected}, {@code
 * detections}, {@code fields}, {@code sha256}, {@code seconds}.
 */
public final class ExtractAction {
  private static final Set<String> ARGUMENTS =
      Set.of("workflow", "catalogs", "night", "input", "options");

  private ExtractAction() {}

  /**
   * To be called by Oozie.
   *
   * @throws ActionFailedException with the command's reason, if it fails
   */
  public static void main(String[] args) throws ActionFailedException {
    Launcher.ofThisProcess().run(ExtractAction::run, ARGUMENTS, args);
  }

  static Map<String, String> run(ActionArguments arguments, Configuration conf) throws Exception {
    Store store = Store.of(arguments.get("catalogs"), conf);
    // a name that cannot be published is refused before the work, not after it
    store.night(arguments.get("night"));
    ToolRun extract = new ToolRun(new ExtractCommand(System.out), store, arguments.get("workflow"));
    int code =
        extract.run(conf, arguments.get("options"), List.of("--input", arguments.get("input")));
    ExtractSummary summary = ExtractSummary.of(store, extract.output());
    return Map.ofEntries(
        Map.entry("exitCode", Integer.toString(code)),
        Map.entry("output", extract.output().toString()),
        Map.entry("job", summary.job()),
        Map.entry("frames", Long.toString(summary.frames())),
        Map.entry("framesRejected", Long.toString(summary.framesRejected())),
        Map.entry("filesRejected", Long.toString(summary.filesRejected())),
        Map.entry("detections", Long.toString(summary.detections())),
        Map.entry("fields", Long.toString(summary.fields())),
        Map.entry("sha256", summary.sha256()),
        Map.entry("seconds", Double.toString(summary.seconds())));
  }
}
