package org.kiramr.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.InputFormat;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;

/**
 * Input of a job that reads nothing: the numbers of the fields to make, in ranges. There are at
 * least {@code mapreduce.job.maps} ranges if there are as many fields.
 */
public final class FieldRangeInputFormat extends InputFormat<IntWritable, NullWritable> {

  @Override
  public List<InputSplit> getSplits(JobContext context) {
    int fields = SimulateParameters.from(context.getConfiguration()).fields();
    int maps = Math.max(1, context.getConfiguration().getInt(MRJobConfig.NUM_MAPS, 1));
    int most = SimulateSettings.FIELDS_PER_MAP.get(context.getConfiguration());
    int step = Math.min(most, (fields + maps - 1) / maps);
    List<InputSplit> ranges = new ArrayList<>();
    for (int from = 0; from < fields; from += step) {
      ranges.add(new FieldRange(from, Math.min(fields, from + step)));
    }
    return ranges;
  }

  @Override
  public RecordReader<IntWritable, NullWritable> createRecordReader(
      InputSplit split, TaskAttemptContext context) {
    return new FieldRangeReader();
  }
}
