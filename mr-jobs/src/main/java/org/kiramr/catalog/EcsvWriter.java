package org.kiramr.catalog;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a table in ECSV 1.0: the header at once, then rows as they come. Rows go to the stream in
 * large pieces; a buffered stream is not needed.
 *
 * <pre>{@code
 * try (EcsvWriter writer = new EcsvWriter(out, schema)) {
 *   writer.append("003918-3-0213", 1403);
 * }
 * }</pre>
 *
 * Not thread-safe. Closing it closes the stream.
 */
public final class EcsvWriter implements Closeable {
  private static final int FLUSH_BYTES = 1 << 16;

  private final OutputStream out;
  private final TableSchema schema;
  private final RowBuffer rows = new RowBuffer();

  /** Writes the header. */
  public EcsvWriter(OutputStream out, TableSchema schema) throws IOException {
    this.out = out;
    this.schema = schema;
    rows.append(EcsvHeader.format(schema));
    for (int i = 0; i < schema.columns().size(); i++) {
      if (i > 0) {
        rows.separate();
      }
      rows.append(schema.columns().get(i).name());
    }
    rows.endRow();
    drain();
  }

  /** Writes rows that have been formatted already, in the schema's order. */
  public void append(RowBuffer formatted) throws IOException {
    drain();
    formatted.writeTo(out);
  }

  /**
   * Writes one row.
   *
   * @param values one a column: {@link Short}, {@link Integer} or {@link Long} that fits an integer
   *     column, {@link Float} for float32, {@link Double} for float64, {@link String}; null is a
   *     missing value
   * @throws IllegalArgumentException if number or type of the values is not the schema's
   */
  public void append(Object... values) throws IOException {
    if (values.length != schema.columns().size()) {
      throw new IllegalArgumentException(
          "table %s has %d columns, the row %d"
              .formatted(schema.name(), schema.columns().size(), values.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        rows.separate();
      }
      append(schema.columns().get(i), values[i]);
    }
    rows.endRow();
    if (rows.length() >= FLUSH_BYTES) {
      drain();
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      drain();
    }
  }

  private void append(Column column, Object value) {
    if (value == null) {
      return;
    }
    ColumnType type = column.type();
    if (type == ColumnType.STRING && value instanceof String text) {
      rows.append(text);
    } else if (type == ColumnType.FLOAT64 && value instanceof Double number) {
      rows.append(number.doubleValue());
    } else if (type == ColumnType.FLOAT32 && value instanceof Float number) {
      rows.append(number.floatValue());
    } else if (fits(type, value)) {
      rows.append(((Number) value).longValue());
    } else {
      throw new IllegalArgumentException(
          "column %s is %s, not %s %s"
              .formatted(column.name(), type, value.getClass().getSimpleName(), value));
    }
  }

  private static boolean fits(ColumnType type, Object value) {
    if (!(value instanceof Short || value instanceof Integer || value instanceof Long)) {
      return false;
    }
    long number = ((Number) value).longValue();
    return switch (type) {
      case INT16 -> number == (short) number;
      case INT32 -> number == (int) number;
      case INT64 -> true;
      case FLOAT32, FLOAT64, STRING -> false;
    };
  }

  private void drain() throws IOException {
    rows.writeTo(out);
    rows.clear();
  }
}
