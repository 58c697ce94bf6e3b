package org.kiramr.jobs.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What differs between the rows of a table that were read.
 *
 * @param inA rows read of A
 * @param inB rows read of B
 * @param equal pairs that are equal bit for bit in the columns that both have
 * @param withinTolerance pairs that differ, but not by more than allowed
 * @param different pairs that differ by more than allowed
 * @param onlyInA rows of A without a partner
 * @param onlyInB rows of B without a partner
 * @param columns the columns that differ, in order
 * @param firstOnlyInA the first of those rows
 * @param firstOnlyInB the first of those rows
 * @param firstDifferent the first pairs that differ at all
 */
public record TableDifference(
    long inA,
    long inB,
    long equal,
    long withinTolerance,
    long different,
    long onlyInA,
    long onlyInB,
    List<ColumnDifference> columns,
    List<RowId> firstOnlyInA,
    List<RowId> firstOnlyInB,
    List<RowDifference> firstDifferent) {

  public TableDifference {
    columns = List.copyOf(columns);
    firstOnlyInA = List.copyOf(firstOnlyInA);
    firstOnlyInB = List.copyOf(firstOnlyInB);
    firstDifferent = List.copyOf(firstDifferent);
  }

  /**
   * Sums up what several reduce tasks found; the order does not matter.
   *
   * @param columns names in the order wanted
   * @param show how many rows to keep of each kind
   */
  static TableDifference sum(List<TableDifference> parts, List<String> columns, int show) {
    long[] counts = new long[7];
    Map<String, ColumnDifference> sums = new LinkedHashMap<>();
    columns.forEach(column -> sums.put(column, null));
    for (TableDifference part : parts) {
      long[] more = part.counts();
      for (int i = 0; i < counts.length; i++) {
        counts[i] += more[i];
      }
      part.columns.forEach(column -> sums.merge(column.column(), column, ColumnDifference::plus));
    }
    return new TableDifference(
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        counts[4],
        counts[5],
        counts[6],
        sums.values().stream().filter(column -> column != null).toList(),
        first(parts, TableDifference::firstOnlyInA, show),
        first(parts, TableDifference::firstOnlyInB, show),
        first(parts, TableDifference::firstDifferent, show));
  }

  private long[] counts() {
    return new long[] {inA, inB, equal, withinTolerance, different, onlyInA, onlyInB};
  }

  private static <T extends Comparable<? super T>> List<T> first(
      List<TableDifference> parts, Function<TableDifference, List<T>> which, int show) {
    List<T> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(which.apply(part)));
    Collections.sort(all);
    return all.subList(0, Math.min(show, all.size()));
  }

  /** Whether a row has no partner or differs by more than allowed. */
  boolean differs() {
    return Stream.of(different, onlyInA, onlyInB).anyMatch(count -> count > 0);
  }

  /** Whether a row has no partner. */
  boolean hasUnpaired() {
    return onlyInA > 0 || onlyInB > 0;
  }
}
