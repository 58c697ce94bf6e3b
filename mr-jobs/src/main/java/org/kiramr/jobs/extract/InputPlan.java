package org.kiramr.jobs.extract;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.kiramr.fits.FrameMemory;
import org.kiramr.fits.mapreduce.FitsInputKeys;
import org.kiramr.fits.mapreduce.FitsInputs;
import org.kiramr.fits.mapreduce.InputFile;
import org.kiramr.jobs.run.InputFiles;
import org.kiramr.jobs.run.JobTuning;
import org.kiramr.jobs.run.OutputDirectory;

/**
 * What a job is going to read and in how many parts.
 *
 * @param files files
 * @param bytes their length together
 * @param reducers reduce tasks
 * @param framePixels pixels that a frame may have, if they are float
 */
public record InputPlan(long files, long bytes, int reducers, long framePixels) {
  /** Files for which one more reduce task is worth its container. */
  private static final int FILES_A_REDUCER = 250;

  private static final int MOST_REDUCERS = 64;

  /**
   * Lists the input and sets its keys in {@code conf} for the input format.
   *
   * @param namedFiles the files to read, see {@link FitsInputKeys#NAMED_FILES}; null for what the
   *     settings name
   * @throws UsageException if a path matches nothing, or there is nothing to read
   */
  static InputPlan of(Configuration conf, Path namedFiles, OutputDirectory output)
      throws IOException {
    ReaderSettings.ofExtract().apply(conf);
    if (namedFiles != null) {
      conf.set(FitsInputKeys.NAMED_FILES, namedFiles.toString());
    }
    List<InputFile> files = InputFiles.list(conf);
    for (InputFile file : files) {
      output.checkApartFrom(file.path());
    }
    long bytes = files.stream().mapToLong(InputFile::length).sum();
    int slots = JobTuning.taskSlots(conf);
    setSplitSize(conf, slots);
    return new InputPlan(
        files.size(), bytes, reducers(conf, files.size(), slots), framePixels(conf, slots));
  }

  private static long framePixels(Configuration conf, int slots) {
    long bytes = JobTuning.limitFrames(conf, slots);
    return FrameMemory.floatPixels(FitsInputs.companions(conf).imageBytes(bytes));
  }

  private static void setSplitSize(Configuration conf, int slots) {
    String megabytes = ExtractSettings.SPLIT_MB.get(conf);
    if (megabytes.equals("auto")) {
      conf.setInt(FitsInputKeys.PARALLEL_MAPS, slots);
      if (!JobTuning.isLocal(conf)) {
        conf.setLong(FitsInputKeys.MIN_SPLIT_BYTES, FitsInputKeys.CLUSTER_MIN_SPLIT_BYTES);
      }
    } else {
      conf.setLong(FitsInputKeys.SPLIT_BYTES, Long.parseLong(megabytes) << 20);
    }
  }

  private static int reducers(Configuration conf, int files, int slots) {
    String number = ExtractSettings.REDUCERS.get(conf);
    if (!number.equals("auto")) {
      return Integer.parseInt(number);
    }
    // in this process a reduce task costs next to nothing, on a cluster a container
    int useful = JobTuning.isLocal(conf) ? slots : 1 + files / FILES_A_REDUCER;
    return Math.max(1, Math.min(Math.min(useful, slots), MOST_REDUCERS));
  }
}
