package org.kiramr.jobs.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
  private final List<EcsvWriter> open = new ArrayList<>();
  private final EcsvWriter catalog;
  private final EcsvWriter frames;
  private final EcsvWriter fields;
  private final EcsvWriter rejects;
  private final EcsvWriter files;
  private final CanonicalRows formatter = new CanonicalRows();
  private long nanos;

  /**
   * @param directory where the tables' directories are made
   * @param part name of the part file in each
   */
  EcsvTablesWriter(TaskAttemptContext context, Path directory, String part) throws IOException {
    this.context = context;
    List<Double> radii = ExtractSettings.APERTURE_RADII.get(context.getConfiguration());
    try {
      catalog = open(directory, part, CatalogSchema.of(toArray(radii)));
      frames = open(directory, part, OutputTables.FRAMES);
      fields = open(directory, part, OutputTables.FIELDS);
      rejects = open(directory, part, OutputTables.REJECTS);
      files = open(directory, part, OutputTables.FILES);
    } catch (IOException e) {
      closeAll(e);
      throw e;
    }
  }

  private static double[] toArray(List<Double> radii) {
    return radii.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private EcsvWriter open(Path directory, String part, TableSchema schema) throws IOException {
    Path path = new Path(new Path(directory, schema.name()), part);
    FileSystem fileSystem = path.getFileSystem(context.getConfiguration());
    EcsvWriter writer = new EcsvWriter(fileSystem.create(path, false), schema);
    open.add(writer);
    return writer;
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
    IOException failure = closeAll(null);
    nanos += System.nanoTime() - start;
    KiraCounter.WRITE.of(context::getCounter).increment(TimeUnit.NANOSECONDS.toMillis(nanos));
    if (failure != null) {
      throw failure;
    }
  }

  /** Closes every writer even if one fails; returns the first failure, with the others in it. */
  private IOException closeAll(IOException earlier) {
    IOException failure = earlier;
    for (EcsvWriter writer : open) {
      try {
        writer.close();
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    return failure;
  }
}
