package org.kiramr.jobs.compare;

import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.kiramr.catalog.EcsvReader;

/** Reads a table of a catalogue in this process, row by row. */
final class TableRows {
  /** Takes a row. */
  @FunctionalInterface
  interface Consumer {
    /**
     * Takes the row that the reader stands on.
     *
     * @param part name of the file that it is in
     */
    void accept(String part, EcsvReader row) throws IOException;
  }

  private TableRows() {}

  /**
   * Reads all rows.
   *
   * @throws IOException if a part cannot be read, or the consumer throws it; it names the part
   */
  static void forEach(CatalogDirectory directory, CatalogTable table, Consumer consumer)
      throws IOException {
    for (FileStatus part : directory.parts(table)) {
      try (EcsvReader reader = directory.read(table, part.getPath())) {
        while (reader.next()) {
          consumer.accept(part.getPath().getName(), reader);
        }
      } catch (IOException | IllegalArgumentException e) {
        throw new IOException(part.getPath() + ": " + e.getMessage(), e);
      }
    }
  }
}
