package org.kiramr.jobs.extract;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.kiramr.jobs.cli.Setting;

/**
 * What runs an extraction. All that is done before and after, from the checks of the options to the
 * record of provenance, is {@link Extraction}'s and the same for every engine; what its tasks do is
 * in {@link FrameTask}, {@link FieldTask} and {@link CatalogOutputFormat}.
 */
public interface ExtractEngine {
  /** Its name in the record of provenance. */
  String name();

  /** The command line's first word, for messages. */
  String program();

  /** Settings beside those of {@link ExtractSettings}. */
  List<Setting<?>> settings();

  /**
   * Sets what the engine needs in the configuration, and what the plan depends on: whether it works
   * in this process, on how many cores, and how large a frame may be. What the user has set stays.
   *
   * @throws org.kiramr.jobs.cli.UsageException if the engine's settings make no sense
   */
  void prepare(Configuration conf) throws IOException;

  /**
   * Shows the log of the engine or keeps it in a file and says in which.
   *
   * @param verbose whether it is shown
   */
  void startLog(boolean verbose, PrintStream out) throws IOException;

  /**
   * Runs the job, telling how far it is.
   *
   * @return what it did, once its output is committed, without the marker of success
   * @throws IOException if it failed
   */
  EngineResult run(PlannedRun run) throws IOException, InterruptedException;
}
