package org.kiramr.fits.mapreduce;

import java.io.IOException;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;

/**
 * Reads the files of a {@link FitsSplit}: for each its frames and rejects in order, then its
 * summary. The next frame is read while the mapper works on the one before.
 *
 * <p>A file with bad content is a reject: one bad file must not cost the good ones of its split. A
 * file that cannot be opened or read fails the attempt, so that Hadoop tries again, perhaps on
 * another node; on the last attempt (the local job runner has only one) it is a reject too.
 */
final class FitsRecordReader extends RecordReader<Text, FrameRecord> {
  private FileCounts counts;
  private ReadAhead ahead;
  private long totalBytes;
  private long doneBytes;
  private Text key;
  private FrameRecord value;

  @Override
  public void initialize(InputSplit split, TaskAttemptContext taskContext) {
    counts =
        new FileCounts(
            (counter, amount) ->
                taskContext.getCounter(FitsCounters.GROUP, counter).increment(amount));
    FitsSplit files = (FitsSplit) split;
    totalBytes = files.getLength();
    ahead =
        ReadAhead.start(
            files,
            taskContext.getConfiguration(),
            FitsInputs.readerOptions(taskContext.getConfiguration()),
            Attempts.isLast(taskContext));
  }

  @Override
  public boolean nextKeyValue() throws IOException, InterruptedException {
    letGo();
    ReadAhead.Item item = ahead.next();
    if (item == null) {
      return false;
    }
    if (item.value().kind() == FrameRecord.Kind.SUMMARY) {
      count(item);
    }
    key = new Text(item.entry().image());
    value = item.value();
    return true;
  }

  /** Gives the last frame's memory back before the wait for the next one. */
  private void letGo() {
    if (value != null && value.kind() == FrameRecord.Kind.FRAME) {
      value.frame().close();
    }
    key = null;
    value = null;
  }

  private void count(ReadAhead.Item item) {
    doneBytes += item.entry().length();
    counts.add(item.value().summary(), item.readNanos(), item.decodeNanos());
  }

  @Override
  public Text getCurrentKey() {
    return key;
  }

  @Override
  public FrameRecord getCurrentValue() {
    return value;
  }

  /** By bytes of the files that the mapper is done with. */
  @Override
  public float getProgress() {
    return totalBytes == 0 ? 0 : Math.min(1, (float) ((double) doneBytes / totalBytes));
  }

  @Override
  public void close() {
    if (ahead != null) {
      ahead.close();
    }
    letGo();
  }
}
