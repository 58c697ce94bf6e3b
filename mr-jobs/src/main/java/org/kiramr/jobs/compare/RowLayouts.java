package org.kiramr.jobs.compare;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;

/** The layouts of all tables that the job reads, of both catalogues. */
final class RowLayouts {
  private static final String KEY = "kira.compare.internal.columns.";

  /** The tables whose rows go through the job. */
  static final List<CatalogTable> TABLES =
      List.of(CatalogTable.FIELDS, CatalogTable.FRAMES, CatalogTable.CATALOG);

  private final Map<Side, Map<CatalogTable, RowLayout>> layouts = new EnumMap<>(Side.class);

  /**
   * Reads the header of the first part of each table.
   *
   * @throws IOException if a table has no part
   */
  static RowLayouts of(Map<Side, CatalogDirectory> directories) throws IOException {
    RowLayouts layouts = new RowLayouts();
    for (Map.Entry<Side, CatalogDirectory> directory : directories.entrySet()) {
      for (CatalogTable table : TABLES) {
        layouts.put(directory.getKey(), table, first(directory.getValue(), table));
      }
    }
    return layouts;
  }

  /**
   * The layout of one table.
   *
   * @throws IOException if it has no part
   */
  static RowLayout first(CatalogDirectory directory, CatalogTable table) throws IOException {
    List<FileStatus> parts = directory.parts(table);
    if (parts.isEmpty()) {
      throw new IOException(directory.path() + " has no table " + table.tableName());
    }
    return read(directory, table, parts.get(0));
  }

  private static RowLayout read(CatalogDirectory directory, CatalogTable table, FileStatus part)
      throws IOException {
    try {
      return new RowLayout(table, directory.schema(table, part.getPath()));
    } catch (IllegalArgumentException e) {
      throw new IOException(part.getPath() + ": " + e.getMessage(), e);
    }
  }

  /** What the client has left in the configuration. */
  static RowLayouts from(Configuration conf) {
    RowLayouts layouts = new RowLayouts();
    for (Side side : Side.values()) {
      for (CatalogTable table : TABLES) {
        layouts.put(side, table, RowLayout.parse(table, conf.get(key(side, table))));
      }
    }
    return layouts;
  }

  /** For {@link #from}. */
  void to(Configuration conf) {
    layouts.forEach(
        (side, tables) ->
            tables.forEach((table, layout) -> conf.set(key(side, table), layout.text())));
  }

  RowLayout of(Side side, CatalogTable table) {
    return layouts.get(side).get(table);
  }

  private void put(Side side, CatalogTable table, RowLayout layout) {
    layouts.computeIfAbsent(side, s -> new EnumMap<>(CatalogTable.class)).put(table, layout);
  }

  private static String key(Side side, CatalogTable table) {
    return KEY + side.name().toLowerCase(Locale.ROOT) + "." + table.tableName();
  }
}
