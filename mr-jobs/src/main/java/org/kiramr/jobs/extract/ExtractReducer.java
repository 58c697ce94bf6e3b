package org.kiramr.jobs.extract;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.mapreduce.Reducer;

/**
 * Consolidates a field: its frames come in order and go out in order, one at a time in memory, and
 * the field's account after the last.
 */
public final class ExtractReducer
    extends Reducer<FrameKey, CatalogRecord, FrameKey, CatalogRecord> {
  private FieldTask task;

  @Override
  protected void setup(Context context) {
    task = new FieldTask(context::getCounter);
  }

  @Override
  protected void reduce(FrameKey key, Iterable<CatalogRecord> records, Context context)
      throws IOException, InterruptedException {
    for (CatalogRecord record : records) {
      task.add(key, record);
      context.write(key, record);
    }
    Optional<CatalogRecord> field = task.endField();
    if (field.isPresent()) {
      context.write(key, field.get());
    }
  }

  @Override
  protected void cleanup(Context context) {
    task.close();
  }
}
