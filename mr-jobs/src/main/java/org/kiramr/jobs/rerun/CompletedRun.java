package org.kiramr.jobs.rerun;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.kiramr.catalog.OutputTables;
import org.kiramr.catalog.TableSchema;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.extract.CatalogDigest;

/**
 * A run whose output is there, and is what its record says.
 *
 * @param record its provenance
 * @param files its inputs
 * @param digests of its catalogue
 */
record CompletedRun(RecordedRun record, RecordedFiles files, CatalogDigest digests) {

  /**
   * Reads what is small of an output.
   *
   * @param name the record of provenance, or the directory that holds it
   * @throws UsageException if that is no record, or stands alone
   * @throws IOException if a table cannot be read, or is not the one that is on record
   */
  static CompletedRun open(String name, Configuration conf) throws IOException {
    RecordedRun record = ProvenanceReader.read(name, conf);
    requireTable(OutputTables.FIELDS, record, conf);
    requireTable(OutputTables.FILES, record, conf);
    CatalogDigest digests = CatalogDigest.of(record.output(), conf);
    if (!digests.sha256().equals(record.digest())) {
      throw new IOException(
          "%s is not the catalogue of its record: its fields have the digest %s, recorded is %s"
              .formatted(record.output(), digests.sha256(), record.digest()));
    }
    RecordedFiles files = RecordedFiles.read(record.output(), conf);
    if (files.all().size() != record.files()) {
      throw new IOException(
          "%s is not the output of its record: its table of files has %d rows, recorded are %d files"
              .formatted(record.output(), files.all().size(), record.files()));
    }
    return new CompletedRun(record, files, digests);
  }

  private static void requireTable(TableSchema table, RecordedRun record, Configuration conf)
      throws IOException {
    Path directory = new Path(record.output(), table.name());
    FileSystem fileSystem = directory.getFileSystem(conf);
    if (!fileSystem.exists(directory)) {
      throw new UsageException(
          "%s stands alone: %s/ of its output is not beside it"
              .formatted(record.file(), table.name()));
    }
  }
}
