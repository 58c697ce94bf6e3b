package org.kiramr.fits.mapreduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputFormat;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;

/**
 * FITS files as input, one whole file a split: for few files that are large, and to measure what
 * packing saves. {@link CombineFitsInputFormat} is the one for everything else.
 *
 * <p>The key is the name of the image. Inputs: {@link FitsInputs}.
 */
public final class FitsInputFormat extends InputFormat<Text, FrameRecord> {
  private static final int MAX_LOCATIONS = 3;

  @Override
  public List<InputSplit> getSplits(JobContext job) throws IOException {
    List<InputSplit> splits = new ArrayList<>();
    for (InputFile file : FitsInputs.plan(job)) {
      splits.add(
          new FitsSplit(
              List.of(new FitsSplit.Entry(file.image(), file.path(), file.length())),
              hosts(file.blocks())));
    }
    return splits;
  }

  /** The hosts with the most bytes of the file first. */
  private static String[] hosts(List<BlockLocation> blocks) throws IOException {
    Map<String, Long> bytes = new TreeMap<>();
    for (BlockLocation block : blocks) {
      for (String host : block.getHosts()) {
        bytes.merge(host, block.getLength(), Long::sum);
      }
    }
    String[] hosts = bytes.keySet().toArray(String[]::new);
    Arrays.sort(hosts, Comparator.comparing(bytes::get).reversed());
    return Arrays.copyOf(hosts, Math.min(hosts.length, MAX_LOCATIONS));
  }

  @Override
  public RecordReader<Text, FrameRecord> createRecordReader(
      InputSplit split, TaskAttemptContext context) {
    return new FitsRecordReader();
  }
}
