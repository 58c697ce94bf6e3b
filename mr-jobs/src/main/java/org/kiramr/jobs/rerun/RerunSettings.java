package org.kiramr.jobs.rerun;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.compare.CompareSettings;
import org.kiramr.jobs.compare.Tolerances;
import org.kiramr.jobs.extract.ExtractSettings;

/**
 * Every setting of {@code rerun}. What it shares with {@code extract} and {@code compare} has their
 * options and ranges, under keys of its own.
 */
public final class RerunSettings {
  static final String COMMAND = "rerun";

  /** The record of the run to repeat, one. No default. */
  public static final Setting<List<String>> PROVENANCE =
      Setting.ofList(
          "kira.rerun.provenance",
          "provenance",
          "PROVENANCE",
          "the _provenance.json of the run to repeat, or the output directory that holds it");

  /** The directory to make; by default that of the run, with {@code -rerun} behind its name. */
  public static final Setting<String> OUTPUT =
      Setting.<String>of(
              "kira.rerun.output",
              "output",
              "DIR",
              null,
              "directory to write; must not exist [the run's, with -rerun behind its name]",
              Setting::notBlank)
          .withShort("o");

  /** Whether an existing output of ours is replaced; default false. */
  public static final Setting<Boolean> OVERWRITE = ExtractSettings.OVERWRITE.ofCommand(COMMAND);

  /** What columns are allowed to differ by; by default nothing. */
  public static final Setting<List<String>> TOLERANCE =
      CompareSettings.TOLERANCE.ofCommand(COMMAND);

  /** Where the result goes as JSON beside {@value RerunResult#FILE}; no default. */
  public static final Setting<String> JSON = CompareSettings.JSON.ofCommand(COMMAND);

  /** Reduce tasks, not those of the run; default auto. */
  public static final Setting<String> REDUCERS = ExtractSettings.REDUCERS.ofCommand(COMMAND);

  /** Input of a map task in MB, not that of the run; default auto. */
  public static final Setting<String> SPLIT_MB = ExtractSettings.SPLIT_MB.ofCommand(COMMAND);

  /** Whether each file gets a map task of its own; default false. */
  public static final Setting<Boolean> ONE_FILE_PER_MAP =
      ExtractSettings.ONE_FILE_PER_MAP.ofCommand(COMMAND);

  /** Whether Hadoop's log goes to the terminal; default false. */
  public static final Setting<Boolean> VERBOSE = ExtractSettings.VERBOSE.ofCommand(COMMAND);

  static final List<Setting<?>> ALL =
      List.of(
          PROVENANCE,
          OUTPUT,
          OVERWRITE,
          TOLERANCE,
          JSON,
          REDUCERS,
          SPLIT_MB,
          ONE_FILE_PER_MAP,
          VERBOSE);

  private RerunSettings() {}

  static Tolerances tolerances(Configuration conf) {
    try {
      return Tolerances.parse(TOLERANCE.get(conf));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + TOLERANCE.option() + " " + e.getMessage());
    }
  }
}
