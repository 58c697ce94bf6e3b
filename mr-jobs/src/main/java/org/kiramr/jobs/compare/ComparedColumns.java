package org.kiramr.jobs.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.kiramr.catalog.ColumnType;
import org.kiramr.jobs.cli.UsageException;

/**
 * Which columns of a table are compared. Those that tell rows apart pair them, and never differ.
 */
final class ComparedColumns {
  private final RowLayout a;
  private final RowLayout b;
  private final CompareOptions options;

  ComparedColumns(RowLayouts layouts, CatalogTable table, CompareOptions options) {
    this(layouts.of(Side.A, table), layouts.of(Side.B, table), options);
  }

  ComparedColumns(RowLayout a, RowLayout b, CompareOptions options) {
    this.a = a;
    this.b = b;
    this.options = options;
  }

  /** The columns that both have, in A's order. */
  List<String> names() {
    Set<String> inB = new HashSet<>(b.names());
    return wanted(a, inB::contains);
  }

  /** The columns that one has and the other lacks. */
  List<String> onlyIn(Side side) {
    Set<String> others = new HashSet<>((side == Side.A ? b : a).names());
    return wanted(side == Side.A ? a : b, name -> !others.contains(name));
  }

  private List<String> wanted(RowLayout layout, Predicate<String> condition) {
    return layout.names().stream()
        .filter(name -> !layout.identity().contains(name) && !options.ignored().contains(name))
        .filter(condition)
        .toList();
  }

  /**
   * Checks the columns that the options name.
   *
   * @throws UsageException if one is in neither table, or cannot be ignored or have a tolerance
   */
  void checkOptions() {
    for (String column : options.ignored()) {
      check(CompareSettings.IGNORE.option(), column);
    }
    for (String column : options.tolerances().byColumn().keySet()) {
      if (!column.equals(Tolerances.ALL)) {
        check(CompareSettings.TOLERANCE.option(), column);
        if (a.names().contains(column) && a.type(column) == ColumnType.STRING) {
          throw new UsageException("--tolerance " + column + ": a column of text");
        }
      }
    }
  }

  private void check(String option, String column) {
    if (!a.names().contains(column) && !b.names().contains(column)) {
      throw new UsageException(
          "--" + option + " " + column + ": the catalogues have no such column");
    }
    if (a.identity().contains(column)) {
      throw new UsageException("--" + option + " " + column + ": the column tells rows apart");
    }
  }
}
