package org.kiramr.jobs.compare;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.lib.output.FileOutputCommitter;
import org.kiramr.catalog.EcsvReader;
import org.kiramr.catalog.TableSchema;
import org.kiramr.jobs.cli.UsageException;

/**
 * A catalogue to read: where the parts of its tables are, and what their columns are. Parts are
 * text with a row a line; comments and the line of names are no rows.
 */
interface CatalogDirectory {
  /** The directory with scheme and authority. */
  Path path();

  /** The files of a table in the order of their names; none if there is no such table. */
  List<FileStatus> parts(CatalogTable table) throws IOException;

  /** Which table a part belongs to; null if it is no part of this catalogue. */
  CatalogTable tableOf(Path part);

  /**
   * The columns of a table by the header of one of its parts.
   *
   * @throws IOException if it has none; it names the part
   */
  default TableSchema schema(CatalogTable table, Path part) throws IOException {
    try (EcsvReader reader = read(table, part)) {
      return reader.schema();
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(part + ": " + e.getMessage(), e);
    }
  }

  /**
   * Opens a part, which the caller closes.
   *
   * @throws IOException if it is no such table; need not name the part
   * @throws IllegalArgumentException if its columns are none of a table
   */
  EcsvReader read(CatalogTable table, Path part) throws IOException;

  /**
   * Opens the output of {@code extract} or of the C program.
   *
   * @throws UsageException if the directory is neither, or not finished
   */
  static CatalogDirectory open(String name, Configuration conf) throws IOException {
    Path given = new Path(name);
    FileSystem fileSystem = given.getFileSystem(conf);
    Path path = fileSystem.makeQualified(given);
    if (!fileSystem.exists(path)) {
      throw new UsageException("no such directory: " + path);
    }
    if (fileSystem.exists(new Path(path, FileOutputCommitter.PENDING_DIR_NAME))) {
      throw new UsageException(path + " is the output of a job that did not end");
    }
    if (fileSystem.exists(new Path(path, CatalogTable.FIELDS.tableName()))) {
      // the C and Python programs do not write it
      if (!fileSystem.exists(new Path(path, FileOutputCommitter.SUCCEEDED_FILE_NAME))) {
        throw new UsageException(
            path + " has no _SUCCESS: the run that was to write the catalogue did not end");
      }
      return new EcsvDirectory(path, fileSystem);
    }
    if (fileSystem.exists(CsvDirectory.file(path, CatalogTable.FIELDS))) {
      return new CsvDirectory(path, fileSystem);
    }
    throw new UsageException(path + " is no catalogue: neither fields/ nor fields.csv is in it");
  }
}
