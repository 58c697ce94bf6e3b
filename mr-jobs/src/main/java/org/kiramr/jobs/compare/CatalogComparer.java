package org.kiramr.jobs.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskCounter;
import org.kiramr.jobs.cli.Terminal;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.run.JobProgress;
import org.kiramr.jobs.run.JobTuning;

/**
 * Compares two catalogues: first the digests of their fields and which frames these have, in this
 * process, then, in a MapReduce job, the rows of the fields that are not equal.
 *
 * <pre>{@code
 * CatalogComparison result =
 *     new CatalogComparer(conf, progress).compare("before", "after", CompareOptions.DEFAULT);
 * }</pre>
 *
 * <p>Different are catalogues with fields, frames, columns, rows or rejects that only one has, with
 * values that differ by more than allowed, or with rows that do not have the digest recorded for
 * them. Frames' own rows (background, RMS), the counts of fields and the codes of rejects are told,
 * and do not count unless {@link CompareOptions#everyTable} says so: that the detections are the
 * same is what matters.
 *
 * <p>Not thread-safe.
 */
public final class CatalogComparer {
  private final Configuration conf;
  private final PrintStream out;

  /**
   * @param conf says where the job runs; not changed
   * @param out where progress goes
   */
  public CatalogComparer(Configuration conf, PrintStream out) {
    this.conf = new Configuration(conf);
    this.out = out;
    JobTuning.apply(this.conf);
  }

  /**
   * Compares.
   *
   * @param a directory with a catalogue: an output of {@code extract} or of the C program
   * @param b the other
   * @throws UsageException if a directory is no catalogue, or a column that the options name is in
   *     neither
   * @throws IOException if a catalogue cannot be read, or the job fails
   */
  public CatalogComparison compare(String a, String b, CompareOptions options)
      throws IOException, InterruptedException, ClassNotFoundException {
    return compare(a, b, options, Set.of());
  }

  /**
   * Compares without the frames and rejects of some files, which are known to differ. The table of
   * fields is compared all the same, but fields that differ there count by the rows that are left,
   * and these are not checked against their digests.
   *
   * @param leftOut names of the files' images
   */
  public CatalogComparison compare(String a, String b, CompareOptions options, Set<String> leftOut)
      throws IOException, InterruptedException, ClassNotFoundException {
    CatalogPair pair = CatalogPair.open(a, b, conf);
    RowLayouts layouts = pair.layouts();
    ComparedColumns columns = new ComparedColumns(layouts, CatalogTable.CATALOG, options);
    columns.checkOptions();
    FieldComparison fields =
        new FieldComparison(
            FieldTable.read(pair.of(Side.A), options.match()),
            FieldTable.read(pair.of(Side.B), options.match()));
    // a digest is of rows without their header: it says nothing of columns in another order
    boolean sameColumns =
        layouts.of(Side.A, CatalogTable.CATALOG).equals(layouts.of(Side.B, CatalogTable.CATALOG));
    FieldSelection selection =
        options.everyRow() || !sameColumns ? FieldSelection.ALL : fields.selection();
    PartialComparison rows =
        selection.selectsNothing()
            ? null
            : read(pair, layouts, selection.leavingOut(leftOut), options);
    RejectsDifference rejects =
        options.match() == Match.POSITION
            ? null
            : RejectTables.compare(pair.of(Side.A), pair.of(Side.B), leftOut, options.show());
    FieldsDifference ofFields = fields.result(options.show());
    boolean fieldsDiffer = leftOut.isEmpty() && ofFields.differs(options.everyTable());
    return CatalogComparison.of(
        pair, options, leftOut.size(), ofFields, fieldsDiffer, columns, rows, rejects);
  }

  /**
   * Checks the columns that the options name before there is anything to compare with.
   *
   * @param directory a catalogue
   * @throws UsageException if the directory is no catalogue, or has no such column
   */
  public void checkOptions(String directory, CompareOptions options) throws IOException {
    RowLayout layout =
        RowLayouts.first(CatalogDirectory.open(directory, conf), CatalogTable.CATALOG);
    new ComparedColumns(layout, layout, options).checkOptions();
  }

  /** Runs the job. */
  private PartialComparison read(
      CatalogPair pair, RowLayouts layouts, FieldSelection selection, CompareOptions options)
      throws IOException, InterruptedException, ClassNotFoundException {
    Configuration jobConf = new Configuration(conf);
    pair.to(jobConf);
    layouts.to(jobConf);
    options.to(jobConf);
    try (StagingDirectory staging = StagingDirectory.create(jobConf)) {
      selection.write(staging.resolve("selection.json"), jobConf);
      Path output = staging.resolve("output");
      Job job = CompareJob.create(jobConf, bytes(pair, selection), output);
      job.submit();
      new JobProgress(job, CatalogComparer::account, out, Terminal.isOutput()).await();
      return sum(CompareJob.results(output, jobConf), layouts, options);
    }
  }

  private static long bytes(CatalogPair pair, FieldSelection selection) throws IOException {
    long bytes = 0;
    for (Side side : Side.values()) {
      List<FileStatus> parts = selection.parts(side, pair.of(side).parts(CatalogTable.CATALOG));
      bytes += parts.stream().mapToLong(FileStatus::getLen).sum();
    }
    return bytes;
  }

  /** Rows of all tables of both catalogues; those that are sent on are in fields to compare. */
  static String account(Counters counters) {
    return String.format(
        Locale.ROOT,
        "%,d rows read, %,d brought together by field",
        counters.findCounter(TaskCounter.MAP_INPUT_RECORDS).getValue(),
        counters.findCounter(TaskCounter.REDUCE_INPUT_RECORDS).getValue());
  }

  private static PartialComparison sum(
      List<PartialComparison> parts, RowLayouts layouts, CompareOptions options)
      throws IOException {
    if (parts.isEmpty()) {
      throw new IOException("the job has left no result");
    }
    int show = options.show();
    Smallest<DigestMismatch> mismatches = new Smallest<>(show);
    List<TableDifference> rows = new ArrayList<>();
    List<TableDifference> frames = new ArrayList<>();
    long count = 0;
    for (PartialComparison part : parts) {
      rows.add(part.rows());
      frames.add(part.frames());
      count += part.digestMismatches();
      part.firstDigestMismatches().forEach(mismatches::add);
    }
    return new PartialComparison(
        TableDifference.sum(
            rows, new ComparedColumns(layouts, CatalogTable.CATALOG, options).names(), show),
        TableDifference.sum(
            frames, new ComparedColumns(layouts, CatalogTable.FRAMES, options).names(), show),
        count,
        mismatches.list());
  }
}
