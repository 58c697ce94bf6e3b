package org.kiramr.jobs.extract;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.kiramr.catalog.CanonicalRows;
import org.kiramr.catalog.CatalogSchema;
import org.kiramr.catalog.EcsvWriter;
import org.kiramr.catalog.OutputTables;
import org.kiramr.catalog.TableSchema;

/** Writes one part of each table of a run as ECSV. */
final class EcsvTablesWriter extends RecordWriter<FrameKey, CatalogRecord> {
  private final TaskAttemptContext context;
  private final EcsvWriter catalog;
  private final EcsvWriter frames;
  private final EcsvWriter fields;
  private final EcsvWriter rejects;
  private final EcsvWriter files;
  private final CanonicalRows formatter = new CanonicalRows();
  private long nanos;

  EcsvTablesWriter(TaskAttemptContext context, Path directory, String part) throws IOException {
    this.context = context;
    Configuration conf = context.getConfiguration();
    catalog = open(directory, part, CatalogSchema.of(ExtractSettings.APERTURE_RADII.get(conf)));
    frames = open(directory, part, OutputTables.FRAMES);
    fields = open(directory, part, OutputTables.FIELDS);
    rejects = open(directory, part, OutputTables.REJECTS);
    files = open(directory, part, OutputTables.FILES);
  }

  private EcsvWriter open(Path directory, String part, TableSchema schema) throws IOException {
    Path path = new Path(new Path(directory, schema.name()), part);
    FileSystem fileSystem = path.getFileSystem(context.getConfiguration());
    return new EcsvWriter(fileSystem.create(path, false), schema);
  }

  @Override
  public void write(FrameKey key, CatalogRecord record) throws IOException {
    long start = System.nanoTime();
    switch (record.kind()) {
      case FRAME -> {
        catalog.append(record.rows(formatter));
        frames.append(OutputTables.row(record.catalog()));
      }
      case REJECT -> rejects.append(OutputTables.row(record.reject()));
      case FILE -> files.append(OutputTables.row(record.file()));
      case FIELD -> fields.append(OutputTables.row(record.field()));
    }
    nanos += System.nanoTime() - start;
  }

  @Override
  public void close(TaskAttemptContext ignored) throws IOException {
    long start = System.nanoTime();
    try (Closeable a = catalog;
        Closeable b = frames;
        Closeable c = fields;
        Closeable d = rejects;
        Closeable e = files) {
      // closed in reverse, every one even if another fails
    }
    nanos += System.nanoTime() - start;
    KiraCounter.WRITE.of(context).increment(TimeUnit.NANOSECONDS.toMillis(nanos));
  }
}
