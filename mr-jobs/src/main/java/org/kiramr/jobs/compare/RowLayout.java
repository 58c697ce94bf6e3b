package org.kiramr.jobs.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.kiramr.catalog.Column;
import org.kiramr.catalog.ColumnType;
import org.kiramr.catalog.RowText;
import org.kiramr.catalog.TableSchema;

/**
 * The columns of one table of one catalogue, and how its rows are taken apart. Immutable; travels
 * to the tasks as text.
 */
final class RowLayout {
  /** What every table of rows begins with, as far as it goes. */
  private static final List<String> IDENTITY = List.of("field", "band", "image", "hdu", "number");

  private final TableSchema schema;
  private final int identityColumns;

  /**
   * @throws IllegalArgumentException if the table does not begin with what identifies its rows
   */
  RowLayout(CatalogTable table, TableSchema schema) {
    this.schema = schema;
    this.identityColumns = identityColumns(table);
    List<String> names = schema.columns().stream().map(Column::name).toList();
    List<String> needed = IDENTITY.subList(0, identityColumns);
    if (names.size() < identityColumns || !names.subList(0, identityColumns).equals(needed)) {
      throw new IllegalArgumentException(
          "table " + table.tableName() + " does not begin with " + String.join(",", needed));
    }
  }

  private static int identityColumns(CatalogTable table) {
    return switch (table) {
      case CATALOG -> IDENTITY.size();
      case FRAMES -> IDENTITY.size() - 1;
      case FIELDS -> 1;
      case REJECTS -> throw new IllegalArgumentException("rejects are not read as rows");
    };
  }

  /** What {@link #parse} reads. */
  String text() {
    return schema.columns().stream()
        .map(column -> column.name() + "=" + column.type().ecsvName())
        .collect(Collectors.joining(","));
  }

  static RowLayout parse(CatalogTable table, String text) {
    List<Column> columns =
        Arrays.stream(text.split(","))
            .map(entry -> entry.split("=", 2))
            .map(entry -> Column.of(entry[0], ColumnType.ofEcsvName(entry[1]), "", ""))
            .toList();
    return new RowLayout(table, new TableSchema(table.tableName(), columns));
  }

  /** The names of the columns. */
  List<String> names() {
    return schema.columns().stream().map(Column::name).toList();
  }

  /** The names of the columns that tell rows apart. */
  List<String> identity() {
    return IDENTITY.subList(0, identityColumns);
  }

  /** The type of a column. */
  ColumnType type(String column) {
    return schema.columns().get(indexOf(column)).type();
  }

  /** Where a column is, counted from 0. */
  int indexOf(String column) {
    return schema.indexOf(column);
  }

  /**
   * All values of a row.
   *
   * @throws IllegalArgumentException if there are not as many as columns
   */
  String[] split(String line) {
    int width = schema.columns().size();
    String[] values = RowText.split(line, width + 1);
    if (values.length != width) {
      throw new IllegalArgumentException(
          "a row of %s has %d columns, not %d: %s"
              .formatted(schema.name(), values.length, width, line));
    }
    return values;
  }

  /**
   * Which row it is; what a table does not have is empty, or 0.
   *
   * @throws IllegalArgumentException if it is no row of such a table
   */
  RowId id(String line) {
    String[] values = RowText.split(line, identityColumns);
    if (values.length < identityColumns || Arrays.asList(values).contains(null)) {
      throw new IllegalArgumentException("not a row of " + schema.name() + ": " + line);
    }
    return switch (identityColumns) {
      case 1 -> new RowId(values[0], "", "", 0, 0);
      case 4 -> new RowId(values[0], values[1], values[2], number(values[3], line), 0);
      default ->
          new RowId(
              values[0], values[1], values[2], number(values[3], line), number(values[4], line));
    };
  }

  private static int number(String text, String line) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(text + " is not a whole number: " + line, e);
    }
  }

  /** By names and types of the columns. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RowLayout layout && text().equals(layout.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }
}
