package org.kiramr.catalog;

import java.util.List;
import java.util.Objects;

/**
 * Gathers the columns of a {@link FrameCatalog}. A column can be put once, with the type that the
 * schema gives it; all must be put, with the same length. Not thread-safe.
 */
public final class FrameCatalogBuilder {
  private final FrameInfo frame;
  private final int apertures;
  private final List<Column> columns;
  private final Object[] values;
  private int rows = -1;

  FrameCatalogBuilder(FrameInfo frame, int apertures) {
    this.frame = Objects.requireNonNull(frame);
    this.apertures = apertures;
    this.columns = CatalogSchema.numericColumns(apertures);
    this.values = new Object[columns.size()];
  }

  /** An int32 column. */
  public FrameCatalogBuilder put(String column, int[] array) {
    return put(column, ColumnType.INT32, array, array.length);
  }

  /** An int16 column. */
  public FrameCatalogBuilder put(String column, short[] array) {
    return put(column, ColumnType.INT16, array, array.length);
  }

  /** A float32 column. */
  public FrameCatalogBuilder put(String column, float[] array) {
    return put(column, ColumnType.FLOAT32, array, array.length);
  }

  /** A float64 column. */
  public FrameCatalogBuilder put(String column, double[] array) {
    return put(column, ColumnType.FLOAT64, array, array.length);
  }

  /**
   * The catalogue.
   *
   * @throws IllegalStateException if a column is missing
   */
  public FrameCatalog build() {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        throw new IllegalStateException("column " + columns.get(i).name() + " is missing");
      }
    }
    return new FrameCatalog(frame, apertures, columns, values.clone(), rows);
  }

  private FrameCatalogBuilder put(String name, ColumnType type, Object array, int length) {
    int index = indexOf(name);
    Column column = columns.get(index);
    if (column.type() != type) {
      throw new IllegalArgumentException(
          "column " + name + " is " + column.type() + ", not " + type);
    }
    if (values[index] != null) {
      throw new IllegalArgumentException("column " + name + " is there already");
    }
    if (rows >= 0 && rows != length) {
      throw new IllegalArgumentException(
          "column " + name + " has " + length + " rows, those before it " + rows);
    }
    rows = length;
    values[index] = array;
    return this;
  }

  private int indexOf(String name) {
    for (int i = 0; i < values.length; i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no numeric column " + name);
  }
}
