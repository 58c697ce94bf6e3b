package org.kiramr.jobs.extract;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.mapreduce.Reducer;
import org.kiramr.catalog.CanonicalRows;
import org.kiramr.catalog.FieldConsolidator;

/**
 * Consolidates a field: its frames come in order and go out in order, one at a time in memory, and
 * the field's account after the last.
 */
public final class ExtractReducer
    extends Reducer<FrameKey, CatalogRecord, FrameKey, CatalogRecord> {
  private final CanonicalRows formatter = new CanonicalRows();
  private long formatNanos;

  @Override
  protected void reduce(FrameKey key, Iterable<CatalogRecord> records, Context context)
      throws IOException, InterruptedException {
    FieldConsolidator consolidator = new FieldConsolidator(key.field());
    for (CatalogRecord record : records) {
      switch (record.kind()) {
        case FRAME -> addFrame(record, consolidator);
        case REJECT -> consolidator.addReject();
        case FILE, FIELD -> {}
      }
      context.write(key, record);
    }
    if (consolidator.hasFrames()) {
      KiraCounter.FIELDS.of(context).increment(1);
      KiraCounter.DUPLICATE_FRAMES.of(context).increment(consolidator.duplicates());
      context.write(key, CatalogRecord.ofField(consolidator.finish()));
    }
  }

  private void addFrame(CatalogRecord record, FieldConsolidator consolidator) {
    long start = System.nanoTime();
    consolidator.addFrame(record.catalog(), record.rows(formatter));
    formatNanos += System.nanoTime() - start;
  }

  @Override
  protected void cleanup(Context context) {
    KiraCounter.WRITE.of(context).increment(TimeUnit.NANOSECONDS.toMillis(formatNanos));
  }
}
