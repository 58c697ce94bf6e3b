package org.kiramr.jobs.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.kiramr.catalog.Column;
import org.kiramr.catalog.RowText;
import org.kiramr.catalog.TableSchema;

/** Reads a small table of a catalogue in this process. */
final class TableRows {
  /** Takes a row. */
  @FunctionalInterface
  interface Consumer {
    /**
     * Takes a row.
     *
     * @param part name of the file that it is in
     * @param values in the order of the columns asked for
     */
    void accept(String part, String[] values) throws IOException;
  }

  private TableRows() {}

  /**
   * Reads some columns of all rows.
   *
   * @throws IOException if a part cannot be read or lacks a column; it names the part
   */
  static void forEach(
      CatalogDirectory directory,
      CatalogTable table,
      List<String> columns,
      Configuration conf,
      Consumer consumer)
      throws IOException {
    for (FileStatus part : directory.parts(table)) {
      Path path = part.getPath();
      try {
        TableSchema schema = directory.schema(table, path);
        int[] indexes = columns.stream().mapToInt(schema::indexOf).toArray();
        read(path, conf, schema, indexes, consumer);
      } catch (IllegalArgumentException e) {
        throw new IOException(path + ": " + e.getMessage(), e);
      }
    }
  }

  private static void read(
      Path path, Configuration conf, TableSchema schema, int[] indexes, Consumer consumer)
      throws IOException {
    RowLines lines = new RowLines(schema.columns().stream().map(Column::name).toList());
    int width = schema.columns().size();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(path.getFileSystem(conf).open(path), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        if (lines.isRow(bytes, bytes.length)) {
          String[] values = RowText.split(line, width + 1);
          if (values.length != width) {
            throw new IllegalArgumentException(
                values.length + " columns, not " + width + ": " + line);
          }
          String[] wanted = new String[indexes.length];
          for (int i = 0; i < indexes.length; i++) {
            wanted[i] = values[indexes[i]];
          }
          consumer.accept(path.getName(), wanted);
        }
      }
    }
  }
}
