package org.kiramr.jobs.extract;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.lib.input.InvalidInputException;
import org.kiramr.fits.FrameMemory;
import org.kiramr.fits.mapreduce.FitsInputKeys;
import org.kiramr.fits.mapreduce.FitsInputs;
import org.kiramr.fits.mapreduce.InputFile;
import org.kiramr.jobs.cli.UsageException;
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
record InputPlan(long files, long bytes, int reducers, long framePixels) {
  /** Files for which one more reduce task is worth its container. */
  private static final int FILES_A_REDUCER = 250;

  private static final int MOST_REDUCERS = 64;

  /**
   * Lists the input and sets its keys in {@code conf} for the input format.
   *
   * @throws UsageException if a path matches nothing, or there is nothing to read
   */
  static InputPlan of(Configuration conf, OutputDirectory output) throws IOException {
    FitsInputs.setInputs(conf, ExtractSettings.INPUT.get(conf));
    setIfGiven(conf, FitsInputKeys.FIELD_PATTERN, ExtractSettings.FIELD_PATTERN.get(conf));
    setIfGiven(conf, FitsInputKeys.HDUS, ExtractSettings.HDUS.get(conf));
    setIfGiven(conf, FitsInputKeys.PLANES, ExtractSettings.PLANES.get(conf));
    setIfGiven(conf, FitsInputKeys.MASK, ExtractSettings.MASK.get(conf));
    setIfGiven(conf, FitsInputKeys.MASK_BITS, ExtractSettings.MASK_BITS.get(conf));
    setIfGiven(conf, FitsInputKeys.NOISE, ExtractSettings.NOISE.get(conf));
    setIfGiven(conf, FitsInputKeys.NOISE_KIND, ExtractSettings.NOISE_KIND.get(conf));
    if (ExtractSettings.IGNORE_DATASUM.get(conf)) {
      conf.setBoolean(FitsInputKeys.VERIFY_DATASUM, false);
    }
    List<InputFile> files = list(conf);
    for (InputFile file : files) {
      output.checkApartFrom(file.path());
    }
    long bytes = files.stream().mapToLong(InputFile::length).sum();
    int slots = JobTuning.taskSlots(conf);
    setSplitSize(conf, slots);
    return new InputPlan(
        files.size(), bytes, reducers(conf, files.size(), slots), framePixels(conf, slots));
  }

  private static List<InputFile> list(Configuration conf) throws IOException {
    try {
      List<InputFile> files = FitsInputs.list(conf);
      if (files.isEmpty()) {
        boolean left =
            conf.get(FitsInputKeys.MASK) != null || conf.get(FitsInputKeys.NOISE) != null;
        throw new UsageException(
            "no files in "
                + String.join(", ", FitsInputs.inputs(conf))
                + (left ? " (masks and maps of noise are none)" : ""));
      }
      return files;
    } catch (InvalidInputException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static void setSplitSize(Configuration conf, int slots) {
    String megabytes = ExtractSettings.SPLIT_MB.get(conf);
    if (megabytes.equals("auto")) {
      conf.setInt(FitsInputKeys.PARALLEL_MAPS, slots);
    } else {
      conf.setLong(FitsInputKeys.SPLIT_BYTES, Long.parseLong(megabytes) << 20);
    }
  }

  private static long framePixels(Configuration conf, int slots) {
    if (conf.get(FitsInputKeys.MAX_FRAME_BYTES) == null) {
      conf.setLong(FitsInputKeys.MAX_FRAME_BYTES, JobTuning.frameBytes(conf, slots));
    }
    long bytes = conf.getLong(FitsInputKeys.MAX_FRAME_BYTES, 0);
    return FrameMemory.floatPixels(FitsInputs.companions(conf).imageBytes(bytes));
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

  private static void setIfGiven(Configuration conf, String key, String value) {
    if (value != null) {
      conf.set(key, value);
    }
  }
}
