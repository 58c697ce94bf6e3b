package org.kiramr.spark;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputFormat;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.kiramr.fits.mapreduce.CombineFitsInputFormat;
import org.kiramr.fits.mapreduce.FitsInputFormat;
import org.kiramr.fits.mapreduce.FrameRecord;
import org.kiramr.jobs.extract.ExtractSettings;

/**
 * The input format that {@code kira extract} takes, in a context that counts, see {@link
 * SparkTask#context}.
 */
public final class SparkFitsInputFormat extends InputFormat<Text, FrameRecord> {
  private static InputFormat<Text, FrameRecord> format(Configuration conf) {
    return ExtractSettings.ONE_FILE_PER_MAP.get(conf)
        ? new FitsInputFormat()
        : new CombineFitsInputFormat();
  }

  @Override
  public List<InputSplit> getSplits(JobContext job) throws IOException, InterruptedException {
    return format(job.getConfiguration()).getSplits(job);
  }

  @Override
  public RecordReader<Text, FrameRecord> createRecordReader(
      InputSplit split, TaskAttemptContext context) throws IOException, InterruptedException {
    return new Reader(format(context.getConfiguration()).createRecordReader(split, context));
  }

  private static final class Reader extends RecordReader<Text, FrameRecord> {
    private final RecordReader<Text, FrameRecord> reader;

    Reader(RecordReader<Text, FrameRecord> reader) {
      this.reader = reader;
    }

    @Override
    public void initialize(InputSplit split, TaskAttemptContext context)
        throws IOException, InterruptedException {
      reader.initialize(split, SparkTask.current().inputContext(context));
    }

    @Override
    public boolean nextKeyValue() throws IOException, InterruptedException {
      return reader.nextKeyValue();
    }

    @Override
    public Text getCurrentKey() throws IOException, InterruptedException {
      return reader.getCurrentKey();
    }

    @Override
    public FrameRecord getCurrentValue() throws IOException, InterruptedException {
      return reader.getCurrentValue();
    }

    @Override
    public float getProgress() throws IOException, InterruptedException {
      return reader.getProgress();
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
