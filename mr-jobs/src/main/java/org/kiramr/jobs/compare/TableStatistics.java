package org.kiramr.jobs.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares pairs of rows of a table and counts. Not thread-safe. */
final class TableStatistics implements PairSink {
  private final boolean sameColumns;
  private final List<ColumnComparator> columns;
  private final Map<Side, Smallest<RowId>> firstOnly = new EnumMap<>(Side.class);
  private final Smallest<RowDifference> firstDifferent;
  private long equal;
  private long withinTolerance;
  private long different;
  private long onlyInA;
  private long onlyInB;

  /** For a table with these layouts. */
  TableStatistics(RowLayout a, RowLayout b, CompareOptions options) {
    this.sameColumns = a.equals(b);
    this.columns =
        new ComparedColumns(a, b, options)
            .names().stream()
                .map(name -> new ColumnComparator(name, a, b, options.tolerances().of(name)))
                .toList();
    for (Side side : Side.values()) {
      firstOnly.put(side, new Smallest<>(options.show()));
    }
    this.firstDifferent = new Smallest<>(options.show());
  }

  @Override
  public void both(Row a, Row b) {
    if (sameColumns && a.isSameText(b)) {
      equal++;
      return;
    }
    List<ValueDifference> values = null;
    boolean beyond = false;
    for (ColumnComparator column : columns) {
      ColumnComparator.Outcome outcome = column.compare(a, b);
      if (outcome != ColumnComparator.Outcome.EQUAL) {
        boolean isBeyond = outcome == ColumnComparator.Outcome.DIFFERENT;
        beyond |= isBeyond;
        values = values == null ? new ArrayList<>() : values;
        values.add(
            new ValueDifference(
                column.column(), column.valueOf(a, Side.A), column.valueOf(b, Side.B), isBeyond));
      }
    }
    if (values == null) {
      equal++;
      return;
    }
    if (beyond) {
      different++;
    } else {
      withinTolerance++;
    }
    firstDifferent.add(new RowDifference(a.id(), b.id(), values));
  }

  @Override
  public void only(Side side, Row row) {
    if (side == Side.A) {
      onlyInA++;
    } else {
      onlyInB++;
    }
    firstOnly.get(side).add(row.id());
  }

  /** What was found. */
  TableDifference result() {
    long pairs = equal + withinTolerance + different;
    return new TableDifference(
        pairs + onlyInA,
        pairs + onlyInB,
        equal,
        withinTolerance,
        different,
        onlyInA,
        onlyInB,
        columns.stream().map(ColumnComparator::result).filter(Objects::nonNull).toList(),
        firstOnly.get(Side.A).list(),
        firstOnly.get(Side.B).list(),
        firstDifferent.list());
  }
}
