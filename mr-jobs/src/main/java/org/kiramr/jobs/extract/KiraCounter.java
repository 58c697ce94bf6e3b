package org.kiramr.jobs.extract;

import org.apache.hadoop.mapreduce.Counter;
import org.apache.hadoop.mapreduce.Counters;

/** The counters of {@code extract}, in the group {@value #GROUP}. Times are sums over tasks. */
public enum KiraCounter {
  /** Input files opened. */
  FILES_READ,
  /** Bytes of those files, as stored. */
  BYTES_READ,
  /** Frames turned into a catalogue, empty ones included. */
  FRAMES_EXTRACTED,
  /** Frames, or HDUs that should have been frames, that could not be. */
  FRAMES_REJECTED,
  /** Files with a reject that concerns the file as a whole. */
  FILES_REJECTED,
  /** Tables, empty primaries and other HDUs that are not frames, and HDUs not chosen. */
  HDUS_IGNORED,
  /** Rows of the catalogue. */
  DETECTIONS,
  /** Fields with at least one frame. */
  FIELDS,
  /** Extractions repeated with larger SEP buffers. */
  EXTRACTION_RETRIES,
  /** Frames whose band, HDU and plane another image of the field has provided already; kept. */
  DUPLICATE_FRAMES,
  /** Reading from the file system, ms. */
  READ,
  /** Decompressing and decoding, ms. */
  DECODE,
  /** Background and its subtraction, ms. */
  BACKGROUND,
  /** Extraction, ms. */
  EXTRACT,
  /** Photometry, ms. */
  PHOTOMETRY,
  /** Sky coordinates, ms. */
  SKY,
  /**
   * The shuffle, ms. With MapReduce in reduce tasks, on the wall clock: fetching the output of maps
   * and merging it until the first record can be read (the last merge goes on while records are
   * read); also waiting for maps, if {@code mapreduce.job.reduce.slowstart.completedmaps} is less
   * than 1, and nothing at all with another shuffle than Hadoop's. With Spark what its tasks wait
   * for: writing blocks, and blocks of other executors; not its sort.
   */
  SHUFFLE,
  /** Formatting and writing of the output, ms. */
  WRITE;

  /** A counter for each libsep that tasks of the job loaded; its name describes the library. */
  static final String LIBSEP_GROUP = "Kira libsep";

  /** The same for libwcs. */
  static final String LIBWCS_GROUP = "Kira libwcs";

  /** The name of the group. */
  public static final String GROUP = "Kira";

  /** This counter of a task. */
  Counter of(CounterLookup counters) {
    return counters.find(GROUP, name());
  }

  /** This counter's value of a job. */
  long in(Counters counters) {
    return counters.findCounter(GROUP, name()).getValue();
  }
}
