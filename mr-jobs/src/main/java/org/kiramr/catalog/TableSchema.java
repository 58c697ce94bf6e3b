package org.kiramr.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a table, in order.
 *
 * @param name what the table is called in its header, for instance {@code catalog}
 * @param columns at least one, with different names
 */
public record TableSchema(String name, List<Column> columns) {

  public TableSchema {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("table " + name + " has no columns");
    }
    Set<String> seen = new HashSet<>();
    for (Column column : columns) {
      if (!seen.add(column.name())) {
        throw new IllegalArgumentException("table " + name + " has two columns " + column.name());
      }
    }
  }

  /**
   * Where the column of that name is, counted from 0.
   *
   * @throws IllegalArgumentException if there is none
   */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("table " + name + " has no column " + column);
  }
}
