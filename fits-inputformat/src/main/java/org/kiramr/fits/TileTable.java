package org.kiramr.fits;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import nom.tam.fits.Header;

/** The binary table that holds a tile-compressed image, as its header describes it. */
final class TileTable {
  private static final int MAX_FIELDS = 999;

  /** Longest array that every JVM can make. */
  private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

  private final Map<String, TileColumn> columns;
  private final int rowBytes;
  private final int rows;
  private final long heapStart;
  private final long heapBytes;

  private TileTable(
      Map<String, TileColumn> columns, int rowBytes, int rows, long heapStart, long heapBytes) {
    this.columns = columns;
    this.rowBytes = rowBytes;
    this.rows = rows;
    this.heapStart = heapStart;
    this.heapBytes = heapBytes;
  }

  /**
   * Reads the cards of the table.
   *
   * @param layout layout of the table itself
   * @param tiles number of rows that it must have
   */
  static TileTable of(Header header, HduLayout layout, long tiles) throws Rejection {
    if (layout.axes() != 2 || layout.bitpix() != Byte.SIZE) {
      throw new Rejection(
          RejectCode.BAD_HEADER, "ZIMAGE says that this is an image, but it is not in a table");
    }
    if (layout.axis(2) != tiles) {
      throw new Rejection(
          RejectCode.BAD_HEADER,
          "the table has " + layout.axis(2) + " rows, the image is cut into " + tiles + " tiles");
    }
    long table = layout.axis(1) * layout.axis(2);
    if (table > MAX_ARRAY || tiles > MAX_ARRAY) {
      throw new Rejection(
          RejectCode.TOO_LARGE, "the rows of the table take more memory than an array can have");
    }
    long heapStart = Cards.integer(header, "THEAP", table);
    if (heapStart < table || heapStart > layout.dataBytes()) {
      throw new Rejection(
          RejectCode.BAD_HEADER, "THEAP = " + heapStart + " lies outside of the table's data");
    }
    return new TileTable(
        columns(header, layout.axis(1)),
        (int) layout.axis(1),
        (int) tiles,
        heapStart,
        layout.dataBytes() - heapStart);
  }

  private static Map<String, TileColumn> columns(Header header, long rowBytes) throws Rejection {
    long fields = Cards.integer(header, "TFIELDS");
    if (fields < 1 || fields > MAX_FIELDS) {
      throw new Rejection(
          RejectCode.BAD_HEADER, "TFIELDS = " + fields + " is not between 1 and " + MAX_FIELDS);
    }
    Map<String, TileColumn> columns = new HashMap<>();
    int offset = 0;
    for (int n = 1; n <= fields; n++) {
      TileColumn column = TileColumn.of("TFORM" + n, Cards.text(header, "TFORM" + n), offset);
      String name = Cards.text(header, "TTYPE" + n);
      if (name != null) {
        columns.putIfAbsent(name.toUpperCase(Locale.ROOT), column);
      }
      if (column.bytes() > rowBytes - offset) {
        throw new Rejection(
            RejectCode.BAD_HEADER,
            "the columns of the table are wider than its rows of " + rowBytes + " bytes");
      }
      offset += column.bytes();
    }
    return columns;
  }

  /** A column by its name, or null. */
  TileColumn column(String name) {
    return columns.get(name);
  }

  int rowBytes() {
    return rowBytes;
  }

  /** Number of rows: one for each tile. */
  int rows() {
    return rows;
  }

  /** All rows, in bytes. */
  long bytes() {
    return (long) rows * rowBytes;
  }

  /** Where the heap begins, counted from the start of the table, in bytes. */
  long heapStart() {
    return heapStart;
  }

  long heapBytes() {
    return heapBytes;
  }
}
