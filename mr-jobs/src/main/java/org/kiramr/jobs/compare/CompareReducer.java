package org.kiramr.jobs.compare;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;

/**
 * Merges the rows of a field from both catalogues and compares what meets. A task writes what it
 * found once, at its end.
 */
public final class CompareReducer extends Reducer<RowKey, RowRecord, NullWritable, Text> {
  private static final String SHA256 = "sha256";

  private RowLayouts layouts;
  private boolean checksDigests;
  private DigestCheck digests;
  private TableStatistics rowStatistics;
  private TableStatistics frameStatistics;
  private RowGroup rows;
  private RowGroup frames;

  @Override
  protected void setup(Context context) throws IOException {
    Configuration conf = context.getConfiguration();
    CompareOptions options = CompareOptions.from(conf);
    layouts = RowLayouts.from(conf);
    RowLayout a = layouts.of(Side.A, CatalogTable.CATALOG);
    RowLayout b = layouts.of(Side.B, CatalogTable.CATALOG);
    boolean byIdentity = options.match() == Match.IDENTITY;
    // rows that are sorted by position are not in the order of the digest, and it is of all rows
    checksDigests = byIdentity && FieldSelection.read(conf).readsWholeFields();
    digests = new DigestCheck(options.show());
    rowStatistics = new TableStatistics(a, b, options);
    rows =
        new RowGroup(
            byIdentity ? new IdentityPairing() : new PositionPairing(options.radius(), a, b),
            rowStatistics);
    frameStatistics =
        new TableStatistics(
            layouts.of(Side.A, CatalogTable.FRAMES),
            layouts.of(Side.B, CatalogTable.FRAMES),
            options);
    frames = new RowGroup(byIdentity ? new IdentityPairing() : new ImagePairing(), frameStatistics);
  }

  @Override
  protected void reduce(RowKey key, Iterable<RowRecord> records, Context context)
      throws IOException {
    String field = key.field();
    try {
      for (RowRecord record : records) {
        add(key, record);
      }
      frames.finish();
      rows.finish();
    } catch (IllegalArgumentException e) {
      throw new IOException("field " + field + ": " + e.getMessage(), e);
    }
    if (checksDigests) {
      digests.finish(field);
    }
  }

  /** Hadoop changes the key together with the record. */
  private void add(RowKey key, RowRecord record) {
    byte[] line = record.copyLine();
    Side side = record.side();
    RowLayout layout = layouts.of(side, record.table());
    Row row = new Row(layout, line);
    switch (record.table()) {
      case FIELDS -> digests.recorded(side, row.value(layout.indexOf(SHA256)));
      case FRAMES -> frames.add(key, side, row);
      case CATALOG -> {
        if (checksDigests) {
          digests.add(side, line);
        }
        rows.add(key, side, row);
      }
      case REJECTS -> throw new IllegalArgumentException("a reject is no row");
    }
  }

  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    PartialComparison found =
        new PartialComparison(
            rowStatistics.result(),
            frameStatistics.result(),
            digests.mismatches(),
            digests.first());
    context.write(NullWritable.get(), new Text(found.toJson()));
  }
}
