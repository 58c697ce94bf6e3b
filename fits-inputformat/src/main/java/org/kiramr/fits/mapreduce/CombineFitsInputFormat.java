package org.kiramr.fits.mapreduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.input.CombineFileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.CombineFileSplit;
import org.kiramr.fits.FrameId;

/**
 * FITS files as input, many whole files a split, packed by size and by where they are stored: a
 * container costs seconds to start, a frame a tenth of one.
 *
 * <p>The key is the name of the image. Inputs: {@link FitsInputs}. Size of a split: {@link
 * FitsInputKeys#SPLIT_BYTES}; the last file of a split may exceed it.
 */
public final class CombineFitsInputFormat extends CombineFileInputFormat<Text, FrameRecord> {
  private static final int SPLITS_PER_SLOT = 4;

  private final Map<Path, InputFile> planned = new HashMap<>();
  private List<FileStatus> weighted = List.of();

  @Override
  public List<InputSplit> getSplits(JobContext job) throws IOException {
    Configuration conf = job.getConfiguration();
    long openCost = openCost(conf);
    long total = 0;
    planned.clear();
    weighted = new ArrayList<>();
    for (InputFile file : FitsInputs.plan(job)) {
      planned.put(file.path(), file);
      weighted.add(withOpenCost(file, openCost));
      total += file.length() + openCost;
    }
    int slots = (int) notNegative(conf, FitsInputKeys.PARALLEL_MAPS, 0);
    if (slots == 0 || isGiven(conf) || smallest(conf) > 0) {
      return evenSplits(job, splitBytes(conf, total));
    }
    return fallingSplits(job, total, slots);
  }

  private List<InputSplit> evenSplits(JobContext job, long bytes) throws IOException {
    List<InputSplit> splits = new ArrayList<>();
    for (InputSplit split : parts(job, bytes)) {
      splits.add(fitsSplit(List.of(split)));
    }
    return splits;
  }

  private List<InputSplit> fallingSplits(JobContext job, long total, int slots) throws IOException {
    long largest = FitsInputKeys.DEFAULT_SPLIT_BYTES;
    long bytes = ceilDiv(total, (long) slots * FallingShares.PARTS_PER_SLOT);
    bytes = Math.max(1, Math.min(bytes, largest));
    List<InputSplit> parts = parts(job, bytes);
    long longest = bytes;
    for (InputSplit part : parts) {
      longest = Math.max(longest, ((CombineFileSplit) part).getLength());
    }
    int most = (int) Math.max(1, Math.min(largest / longest, Integer.MAX_VALUE));
    List<InputSplit> splits = new ArrayList<>();
    for (List<InputSplit> share : FallingShares.of(parts, slots, most)) {
      splits.add(fitsSplit(share));
    }
    return splits;
  }

  private List<InputSplit> parts(JobContext job, long bytes) throws IOException {
    setMaxSplitSize(bytes);
    return super.getSplits(job);
  }

  /**
   * How many splits of one size so many files are packed into if all are of one size, for other
   * ways to pack them. Splits that fall in size are another number.
   *
   * @param bytes length of all files together
   */
  public static long splits(Configuration conf, long files, long bytes) {
    long total = bytes + files * openCost(conf);
    return Math.max(1, ceilDiv(total, splitBytes(conf, total)));
  }

  private static long openCost(Configuration conf) {
    return notNegative(conf, FitsInputKeys.OPEN_COST_BYTES, FitsInputKeys.DEFAULT_OPEN_COST_BYTES);
  }

  private static long splitBytes(Configuration conf, long total) {
    long given = notNegative(conf, FitsInputKeys.SPLIT_BYTES, 0);
    if (given > 0) {
      return given;
    }
    long slots = notNegative(conf, FitsInputKeys.PARALLEL_MAPS, 0);
    if (slots == 0) {
      return FitsInputKeys.DEFAULT_SPLIT_BYTES;
    }
    // whole waves of tasks: one split more than that would keep a slot busy while the others wait
    long smallest = Math.max(1, smallest(conf));
    long even = Math.min(SPLITS_PER_SLOT, total / (slots * smallest));
    long fewest = Math.max(1, ceilDiv(total, slots * FitsInputKeys.DEFAULT_SPLIT_BYTES));
    long waves = Math.max(even, fewest);
    return Math.max(1, ceilDiv(total, slots * waves));
  }

  private static boolean isGiven(Configuration conf) {
    return notNegative(conf, FitsInputKeys.SPLIT_BYTES, 0) > 0;
  }

  private static long smallest(Configuration conf) {
    return notNegative(conf, FitsInputKeys.MIN_SPLIT_BYTES, 0);
  }

  private static long ceilDiv(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  private static long notNegative(Configuration conf, String key, long absent) {
    long value = conf.getLong(key, absent);
    if (value < 0) {
      throw new IllegalArgumentException(key + " = " + value + " is negative");
    }
    return value;
  }

  /** The superclass packs by length alone; here the length includes what opening the file costs. */
  private static LocatedFileStatus withOpenCost(InputFile file, long openCost) {
    FileStatus status = new FileStatus(file.length() + openCost, false, 1, 1, 0, file.path());
    return new LocatedFileStatus(status, file.blocks().toArray(BlockLocation[]::new));
  }

  /** One split of several, stored where the first of them is. */
  private FitsSplit fitsSplit(List<InputSplit> parts) throws IOException {
    List<FitsSplit.Entry> entries = new ArrayList<>();
    for (InputSplit part : parts) {
      for (Path path : ((CombineFileSplit) part).getPaths()) {
        InputFile file = planned.get(path);
        entries.add(new FitsSplit.Entry(file.image(), path, file.length()));
      }
    }
    entries.sort(Comparator.comparing(FitsSplit.Entry::image, FrameId::compareUtf8));
    return new FitsSplit(entries, ((CombineFileSplit) parts.get(0)).getLocations());
  }

  /** The files that {@link #getSplits} has just planned. */
  @Override
  protected List<FileStatus> listStatus(JobContext job) {
    return weighted;
  }

  @Override
  protected boolean isSplitable(JobContext context, Path file) {
    return false;
  }

  @Override
  public RecordReader<Text, FrameRecord> createRecordReader(
      InputSplit split, TaskAttemptContext context) {
    return new FitsRecordReader();
  }
}
