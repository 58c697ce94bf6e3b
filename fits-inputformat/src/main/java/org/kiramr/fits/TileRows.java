package org.kiramr.fits;

import java.nio.ByteBuffer;

/** The rows of a table of tiles. */
final class TileRows {
  private final TileTable table;
  private final ByteBuffer rows;

  TileRows(TileTable table, byte[] rows) {
    this.table = table;
    this.rows = ByteBuffer.wrap(rows);
  }

  /**
   * Where the data of a tile are: in the first of the columns that has some.
   *
   * @throws Rejection if they lie outside of the heap, or there are none
   */
  TileData locate(int row) throws Rejection {
    for (TileData.Source source : TileData.Source.values()) {
      TileColumn column = table.column(source.name());
      if (column != null && column.isDescriptor()) {
        TileData data = locate(row, source, column);
        if (data.length() > 0) {
          return data;
        }
      }
    }
    throw new Rejection(RejectCode.CORRUPT_COMPRESSION, "the table has no data for it");
  }

  private TileData locate(int row, TileData.Source source, TileColumn column) throws Rejection {
    int at = at(row, column);
    boolean wide = column.type() == 'Q';
    long count = wide ? rows.getLong(at) : rows.getInt(at);
    long start = wide ? rows.getLong(at + Long.BYTES) : rows.getInt(at + Integer.BYTES);
    // A heap of a file is far shorter than 2^63 bytes, so nothing overflows once it is checked.
    long heap = table.heapBytes();
    int size = Math.max(1, TileColumn.bytesOf(column.element()));
    if (count == 0) {
      return new TileData(source, column.element(), 0, 0);
    }
    if (count < 0 || start < 0 || start > heap || count > (heap - start) / size) {
      throw new Rejection(
          RejectCode.CORRUPT_COMPRESSION,
          source
              + " points to "
              + count
              + " values of "
              + size
              + " bytes at byte "
              + start
              + " of a heap of "
              + heap
              + " bytes");
    }
    if (count * size > Integer.MAX_VALUE - Byte.SIZE) {
      throw new Rejection(
          RejectCode.TOO_LARGE, source + " has more bytes for it than fit into an array");
    }
    return new TileData(source, column.element(), start, (int) (count * size));
  }

  /** The value of a column of numbers. */
  double real(int row, TileColumn column) {
    int at = at(row, column);
    return switch (column.type()) {
      case 'E' -> rows.getFloat(at);
      case 'D' -> rows.getDouble(at);
      default -> integer(row, column);
    };
  }

  /** The value of a column of integers. */
  long integer(int row, TileColumn column) {
    int at = at(row, column);
    return switch (column.type()) {
      case 'B' -> rows.get(at) & 0xFF;
      case 'I' -> rows.getShort(at);
      case 'K' -> rows.getLong(at);
      default -> rows.getInt(at);
    };
  }

  private int at(int row, TileColumn column) {
    return row * table.rowBytes() + column.offset();
  }
}
