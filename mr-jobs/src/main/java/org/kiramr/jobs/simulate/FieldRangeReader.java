package org.kiramr.jobs.simulate;

import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;

/** Counts through a {@link FieldRange}: one record a field. */
final class FieldRangeReader extends RecordReader<IntWritable, NullWritable> {
  private final IntWritable key = new IntWritable();
  private FieldRange range;
  private int next;

  @Override
  public void initialize(InputSplit split, TaskAttemptContext context) {
    range = (FieldRange) split;
    next = range.from();
  }

  @Override
  public boolean nextKeyValue() {
    if (next == range.to()) {
      return false;
    }
    key.set(next++);
    return true;
  }

  @Override
  public IntWritable getCurrentKey() {
    return key;
  }

  @Override
  public NullWritable getCurrentValue() {
    return NullWritable.get();
  }

  @Override
  public float getProgress() {
    return (float) (next - range.from()) / (range.to() - range.from());
  }

  @Override
  public void close() {}
}
