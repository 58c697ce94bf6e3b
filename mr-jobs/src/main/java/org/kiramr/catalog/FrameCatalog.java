package org.kiramr.catalog;

import java.util.List;

/**
 * The detections of one frame: the catalogue's numeric columns, from {@code number} on, each a
 * primitive array with one value a detection. The arrays are handed over without a copy and must
 * not be changed afterwards; then instances are immutable and thread-safe.
 */
public final class FrameCatalog {
  private final FrameInfo frame;
  private final int apertures;
  private final int rows;
  private final List<Column> columns;
  private final Object[] values;

  /**
   * Takes all columns at once.
   *
   * @param values in the order of {@link CatalogSchema}: {@code int[]} for int32, {@code short[]}
   *     for int16, {@code float[]} for float32, {@code double[]} for float64
   */
  FrameCatalog(FrameInfo frame, int apertures, List<Column> columns, Object[] values, int rows) {
    this.frame = frame;
    this.apertures = apertures;
    this.columns = columns;
    this.values = values;
    this.rows = rows;
  }

  /** Starts the catalogue of a frame with that many circular apertures. */
  public static FrameCatalogBuilder builder(FrameInfo frame, int apertures) {
    return new FrameCatalogBuilder(frame, apertures);
  }

  /**
   * Reads what {@link #toBytes()} made.
   *
   * @throws IllegalArgumentException if the bytes are something else
   */
  public static FrameCatalog fromBytes(byte[] bytes) {
    return FrameCatalogCodec.decode(bytes);
  }

  /** The whole catalogue in one array, for {@link #fromBytes}. */
  public byte[] toBytes() {
    return FrameCatalogCodec.encode(this);
  }

  public FrameInfo frame() {
    return frame;
  }

  /** How many circular apertures there are. */
  public int apertures() {
    return apertures;
  }

  /** How many detections there are. */
  public int rows() {
    return rows;
  }

  /** The numeric columns, in order. */
  public List<Column> columns() {
    return columns;
  }

  /** An int32 column. */
  public int[] ints(String column) {
    return (int[]) values(column);
  }

  /** An int16 column. */
  public short[] shorts(String column) {
    return (short[]) values(column);
  }

  /** A float32 column. */
  public float[] floats(String column) {
    return (float[]) values(column);
  }

  /** A float64 column. */
  public double[] doubles(String column) {
    return (double[]) values(column);
  }

  /** All flags of all detections, of extraction and photometry, joined by or. */
  public short flags() {
    int flags = 0;
    for (Object column : values) {
      if (column instanceof short[] shorts) {
        for (short value : shorts) {
          flags |= value;
        }
      }
    }
    return (short) flags;
  }

  /** The array at a place in {@link #columns()}. */
  Object values(int column) {
    return values[column];
  }

  private Object values(String name) {
    for (int i = 0; i < values.length; i++) {
      if (columns.get(i).name().equals(name)) {
        return values[i];
      }
    }
    throw new IllegalArgumentException("no numeric column " + name);
  }
}
