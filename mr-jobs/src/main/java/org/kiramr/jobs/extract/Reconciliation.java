package org.kiramr.jobs.extract;

import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.TaskCounter;

/** Checks that a job's counters account for everything that came in and went out. */
final class Reconciliation {
  private Reconciliation() {}

  /**
   * Says what does not add up.
   *
   * @param filesPlanned files that the job was to read
   * @param written what the output holds
   * @return one line, or null if all is accounted for
   */
  static String complaint(Counters counters, long filesPlanned, CatalogDigest written) {
    long files = KiraCounter.FILES_READ.in(counters);
    if (files != filesPlanned) {
      return "read " + files + " files of " + filesPlanned;
    }
    long in = counters.findCounter(TaskCounter.MAP_INPUT_RECORDS).getValue();
    long extracted = KiraCounter.FRAMES_EXTRACTED.in(counters);
    long rejected = rejects(counters);
    // a record is a frame, a reject or the account of a file
    if (in != extracted + rejected + files) {
      return (in - files)
          + " frames and rejects came in, but "
          + extracted
          + " were extracted and "
          + rejected
          + " rejected";
    }
    long out = counters.findCounter(TaskCounter.MAP_OUTPUT_RECORDS).getValue();
    long reduced = counters.findCounter(TaskCounter.REDUCE_INPUT_RECORDS).getValue();
    if (in != out || out != reduced) {
      return in + " records came in, " + out + " were mapped and " + reduced + " reduced";
    }
    long detections = KiraCounter.DETECTIONS.in(counters);
    if (extracted != written.frames() || detections != written.detections()) {
      return "%d frames with %d detections were extracted, %d with %d written"
          .formatted(extracted, detections, written.frames(), written.detections());
    }
    return null;
  }

  /** All rejects of a job. */
  static long rejects(Counters counters) {
    return KiraCounter.FRAMES_REJECTED.in(counters) + KiraCounter.FILES_REJECTED.in(counters);
  }
}
