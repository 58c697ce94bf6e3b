package org.kiramr.catalog;

import java.util.List;

/**
 * The detections of a frame as the catalogue's text rows. The same detections give the same bytes
 * on every machine; tables and digests are made of them. One instance keeps one buffer, which each
 * call uses again. Not thread-safe.
 */
public final class CanonicalRows {
  private final RowBuffer buffer = new RowBuffer();
  private final RowBuffer prefix = new RowBuffer();

  /**
   * All rows of a frame.
   *
   * @return a buffer of this instance, good until the next call
   */
  public RowBuffer format(FrameCatalog catalog) {
    byte[] identity = identity(catalog.frame());
    List<Column> columns = catalog.columns();
    Object[] values = new Object[columns.size()];
    boolean[] nullable = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = catalog.values(i);
      nullable[i] = CatalogSchema.isNullable(columns.get(i));
    }
    buffer.clear();
    for (int row = 0; row < catalog.rows(); row++) {
      buffer.append(identity);
      for (int i = 0; i < values.length; i++) {
        buffer.separate();
        if (!(nullable[i] && Double.isNaN(((double[]) values[i])[row]))) {
          appendNumber(values[i], row);
        }
      }
      buffer.endRow();
    }
    return buffer;
  }

  private byte[] identity(FrameInfo frame) {
    prefix.clear();
    prefix.append(frame.field());
    prefix.separate();
    prefix.append(frame.band());
    prefix.separate();
    prefix.append(frame.image());
    prefix.separate();
    prefix.append(frame.hdu());
    return prefix.toByteArray();
  }

  private void appendNumber(Object column, int row) {
    if (column instanceof double[] doubles) {
      buffer.append(doubles[row]);
    } else if (column instanceof float[] floats) {
      buffer.append(floats[row]);
    } else if (column instanceof int[] ints) {
      buffer.append(ints[row]);
    } else {
      buffer.append(((short[]) column)[row]);
    }
  }
}
