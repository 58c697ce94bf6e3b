package org.kiramr.jobs.compare;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.StringUtils;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.UsageException;

/** Every setting of the job {@code compare}. */
public final class CompareSettings {
  /** The two directories, A and B. No default. */
  public static final Setting<List<String>> CATALOGUES =
      Setting.ofList(
          "kira.compare.catalogues",
          "catalogue",
          "DIR",
          "an output of extract, or of the C program in bench/c; two of them, A and B");

  /** How rows find each other: {@code identity} or {@code position}; default identity. */
  public static final Setting<Match> MATCH =
      Setting.of(
          "kira.compare.match",
          "match",
          "HOW",
          Match.IDENTITY,
          "pair rows by identity (field, band, image, HDU, number), or by position in the frames of the same field,"
              + " band and HDU, whatever their images are called; then image and number are not compared",
          Match::ofWord);

  /**
   * How far apart rows that are matched by position may be, pixels, 0.001 to 64; default 1. Larger
   * ones would pair neighbours.
   */
  public static final Setting<Double> RADIUS =
      Setting.ofDouble(
          "kira.compare.radius-px",
          "radius",
          1,
          0.001,
          64,
          "with --match position: distance in pixels up to which rows are a pair");

  /** What columns are allowed to differ by; by default nothing. */
  public static final Setting<List<String>> TOLERANCE =
      Setting.ofList(
          "kira.compare.tolerances",
          "tolerance",
          "COLUMN=BOUNDS",
          "allow a column to differ: abs:X (in its unit), rel:X (of the larger value), or abs:X,rel:Y (either will"
              + " do); * means all other columns of numbers; can be repeated");

  /** Columns that are left out; by default none. */
  public static final Setting<List<String>> IGNORE =
      Setting.ofList(
          "kira.compare.ignored-columns",
          "ignore",
          "COLUMN",
          "leave a column out, also if only one catalogue has it; can be repeated");

  /** Whether all rows are read; default false. */
  public static final Setting<Boolean> ROWS =
      Setting.ofFlag(
          "kira.compare.rows",
          "rows",
          "read the rows of all fields, also where digests are equal, and check the digests");

  /** How many examples are shown of each kind, 0 to 10,000; default 10. */
  public static final Setting<Integer> SHOW =
      Setting.ofInt(
          "kira.compare.shown-rows",
          "show",
          10,
          0,
          10_000,
          "rows to show of each kind of difference");

  /** Where the result goes as JSON; {@code -} is standard output. No default. */
  public static final Setting<String> JSON =
      Setting.of(
          "kira.compare.json",
          "json",
          "FILE",
          null,
          "write the whole result as JSON to a file of this machine, or instead of the report with -",
          Setting::notBlank);

  /** Reduce tasks, 0 to 10,000; 0, the default, has one for every 256 MB, locally one a core. */
  public static final Setting<Integer> REDUCERS =
      Setting.ofInt(
          "kira.compare.reducers", "reducers", 0, 0, 10_000, "reduce tasks; 0: as the input needs");

  /** Whether Hadoop's log goes to the terminal; default false. */
  public static final Setting<Boolean> VERBOSE =
      Setting.ofFlag(
              "kira.compare.verbose",
              "verbose",
              "show Hadoop's log instead of keeping it in a file")
          .withShort("v");

  static final List<Setting<?>> ALL =
      List.of(CATALOGUES, MATCH, RADIUS, TOLERANCE, IGNORE, ROWS, SHOW, JSON, REDUCERS, VERBOSE);

  private CompareSettings() {}

  static Tolerances tolerances(Configuration conf) {
    try {
      return Tolerances.parse(TOLERANCE.get(conf));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + TOLERANCE.option() + " " + e.getMessage());
    }
  }

  static void setList(Configuration conf, Setting<List<String>> setting, List<String> words) {
    conf.set(
        setting.key(),
        words.stream().map(StringUtils::escapeString).collect(Collectors.joining(",")));
  }
}
