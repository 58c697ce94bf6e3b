package org.kiramr.oozie.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.ToolRunner;
import org.kiramr.jobs.cli.ExitCode;
import org.kiramr.jobs.cli.KiraTool;

/** Runs a command of the suite that makes a directory, in a workflow's own. */
final class ToolRun {
  private final KiraTool tool;
  private final Store store;
  private final String workflow;

  ToolRun(KiraTool tool, Store store, String workflow) {
    this.tool = tool;
    this.store = store;
    this.workflow = workflow;
  }

  /**
   * Removes what an earlier attempt left and runs the command.
   *
   * @param options of the command as a user typed them, see {@link CommandOptions}
   * @param words more of its command line
   * @return {@link ExitCode#DONE} or 3, which a command returns if it is done with a reserve
   * @throws Exception with the reason, if the command failed
   */
  int run(Configuration conf, String options, List<String> words) throws Exception {
    List<String> line = new ArrayList<>(CommandOptions.of(tool, options));
    line.addAll(words);
    // overwrite: a task of a killed attempt that is still dying may make the directory once more
    line.addAll(List.of("--output", output().toString(), "--overwrite", "--verbose"));
    store.delete(output());
    int code = ToolRunner.run(conf, tool, line.toArray(String[]::new));
    if (code != ExitCode.DONE && code != ExitCode.TOO_MANY_REJECTS) {
      throw new IOException(tool.name() + " returned " + code);
    }
    return code;
  }

  /** Where the command writes to. */
  Path output() {
    return store.staging(workflow);
  }
}
