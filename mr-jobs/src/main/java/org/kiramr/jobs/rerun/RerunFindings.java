package org.kiramr.jobs.rerun;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.kiramr.jobs.compare.CatalogComparison;
import org.kiramr.jobs.compare.Extreme;

/**
 * All that a rerun has found out, and what follows from it.
 *
 * @param before the run that was repeated
 * @param after the new one; null if no input was left
 * @param output where the new one is
 * @param inputs how they compare with the record
 * @param comparison of the rows of the inputs that are the same; null if no input was left
 */
record RerunFindings(
    CompletedRun before,
    CompletedRun after,
    Path output,
    InputChanges inputs,
    CatalogComparison comparison) {

  RerunResult toResult(Instant started, Instant ended, List<String> notes) {
    RerunVerdict verdict = verdict();
    List<NamedChange> versions =
        after == null
            ? List.of()
            : differences(before.record().versions(), after.record().versions());
    return new RerunResult(
        verdict.word(),
        new VerdictSentence(verdict, inputs, versions, comparison).text(),
        verdict.exitCode(),
        before.record().file().toString(),
        output.toString(),
        started.toString(),
        Duration.between(started, ended).toMillis() / 1000.0,
        new Change(before.record().engine(), after == null ? null : after.record().engine()),
        new Change(before.record().digest(), after == null ? null : after.record().digest()),
        inputs,
        versions,
        after == null
            ? List.of()
            : differences(before.digests().byField(), after.digests().byField()),
        columns(),
        notes,
        comparison);
  }

  private RerunVerdict verdict() {
    if (!inputs.areSame()) {
      return RerunVerdict.INPUTS_CHANGED;
    }
    return switch (comparison.verdict()) {
      case EQUAL_BIT_FOR_BIT -> RerunVerdict.REPRODUCED;
      case EQUAL_WITHIN_TOLERANCES -> RerunVerdict.WITHIN_TOLERANCE;
      case DIFFERENT -> RerunVerdict.DIFFERENT;
    };
  }

  /** The names whose values are not the same, in order. */
  private static List<NamedChange> differences(
      Map<String, String> before, Map<String, String> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<NamedChange> changes = new ArrayList<>();
    for (String name : names) {
      String then = before.get(name);
      String now = after.get(name);
      if (then == null || !then.equals(now)) {
        changes.add(new NamedChange(name, then, now));
      }
    }
    return changes;
  }

  private List<ColumnSummary> columns() {
    if (comparison == null || comparison.rows() == null) {
      return List.of();
    }
    return comparison.rows().columns().stream()
        .map(
            column ->
                new ColumnSummary(
                    column.column(),
                    column.rows(),
                    column.beyondTolerance(),
                    size(column.largestAbsolute()),
                    size(column.largestRelative())))
        .toList();
  }

  private static Double size(Extreme extreme) {
    return extreme == null ? null : extreme.difference();
  }
}
