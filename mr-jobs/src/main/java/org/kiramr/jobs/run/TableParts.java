package org.kiramr.jobs.run;

import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.kiramr.catalog.EcsvReader;

/** The parts of a table in a job's output, read one after the other in the order of their names. */
public final class TableParts {
  /** Takes the row that the reader stands on. */
  @FunctionalInterface
  public interface RowConsumer {
    void accept(EcsvReader row) throws IOException;
  }

  private TableParts() {}

  /**
   * Reads all rows.
   *
   * @param table the table's directory
   */
  public static void forEach(Path table, Configuration conf, RowConsumer consumer)
      throws IOException {
    FileSystem fileSystem = table.getFileSystem(conf);
    FileStatus[] parts = fileSystem.listStatus(table);
    Arrays.sort(parts);
    for (FileStatus part : parts) {
      try (EcsvReader reader = new EcsvReader(fileSystem.open(part.getPath()))) {
        while (reader.next()) {
          consumer.accept(reader);
        }
      }
    }
  }
}
