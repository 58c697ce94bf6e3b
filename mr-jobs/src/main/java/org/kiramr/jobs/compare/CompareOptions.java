package org.kiramr.jobs.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * What is compared, and how exactly. Immutable.
 *
 * @param match how rows find each other
 * @param radius how far apart rows may be that are matched by position, pixels
 * @param tolerances by column
 * @param ignored columns that are not compared, and may be missing
 * @param everyRow whether the rows of fields are read whose digests are equal, too
 * @param everyTable whether other values in the tables of frames and fields and other codes of
 *     rejects count, too; the tasks need not know
 * @param show how many examples to keep of each kind
 */
public record CompareOptions(
    Match match,
    double radius,
    Tolerances tolerances,
    Set<String> ignored,
    boolean everyRow,
    boolean everyTable,
    int show) {
  /** Bit for bit, by identity, ten examples. */
  public static final CompareOptions DEFAULT =
      new CompareOptions(Match.IDENTITY, 1, Tolerances.NONE, Set.of(), false, false, 10);

  public CompareOptions {
    Objects.requireNonNull(match);
    Objects.requireNonNull(tolerances);
    ignored = Set.copyOf(ignored);
    if (!(radius > 0)) {
      throw new IllegalArgumentException("the radius must be above 0: " + radius);
    }
  }

  /** The same with other tolerances. */
  public CompareOptions withTolerances(Tolerances other) {
    return new CompareOptions(match, radius, other, ignored, everyRow, everyTable, show);
  }

  /** The same, but all rows are read, and all tables count. */
  public CompareOptions withEverything() {
    return new CompareOptions(match, radius, tolerances, ignored, true, true, show);
  }

  /** As {@link CompareSettings} has it. */
  static CompareOptions from(Configuration conf) {
    return new CompareOptions(
        CompareSettings.MATCH.get(conf),
        CompareSettings.RADIUS.get(conf),
        CompareSettings.tolerances(conf),
        new HashSet<>(CompareSettings.IGNORE.get(conf)),
        CompareSettings.ROWS.get(conf),
        false,
        CompareSettings.SHOW.get(conf));
  }

  /** For {@link #from} in the tasks. */
  void to(Configuration conf) {
    conf.set(CompareSettings.MATCH.key(), match.toString());
    conf.set(CompareSettings.RADIUS.key(), Double.toString(radius));
    CompareSettings.setList(
        conf,
        CompareSettings.TOLERANCE,
        tolerances.byColumn().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().text())
            .toList());
    CompareSettings.setList(conf, CompareSettings.IGNORE, List.copyOf(ignored));
    conf.setBoolean(CompareSettings.ROWS.key(), everyRow);
    conf.setInt(CompareSettings.SHOW.key(), show);
  }
}
