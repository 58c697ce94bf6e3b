package org.kiramr.jobs.extract;

import java.io.IOException;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.kiramr.fits.mapreduce.FrameRecord;

/** Extracts each frame of its split; hands rejects and files' accounts on. */
public final class ExtractMapper extends Mapper<Text, FrameRecord, FrameKey, CatalogRecord> {
  private FrameTask task;

  @Override
  protected void setup(Context context) {
    task = new FrameTask(context.getConfiguration(), context::getCounter);
  }

  @Override
  protected void map(Text image, FrameRecord record, Context context)
      throws IOException, InterruptedException {
    KeyedRecord out = task.process(record);
    context.write(out.key(), out.record());
  }

  @Override
  protected void cleanup(Context context) {
    task.close();
  }

  /** As the superclass does, and frees native memory also when a record fails the task. */
  @Override
  public void run(Context context) throws IOException, InterruptedException {
    setup(context);
    try {
      while (context.nextKeyValue()) {
        map(context.getCurrentKey(), context.getCurrentValue(), context);
      }
    } finally {
      cleanup(context);
    }
  }
}
