package org.kiramr.fits.mapreduce;

/** Counters that the record reader counts, in the group {@link #GROUP}. */
public final class FitsCounters {
  /** Name of the counter group. */
  public static final String GROUP = "Kira";

  /** Files read to their end, good or bad. */
  public static final String FILES_READ = "FILES_READ";

  /** Bytes of these files as stored, before any decompression. */
  public static final String BYTES_READ = "BYTES_READ";

  /** HDUs that are not images of two axes, and not errors either. */
  public static final String HDUS_IGNORED = "HDUS_IGNORED";

  /** Milliseconds in the file system: opening and reading. */
  public static final String READ = "READ";

  /** Milliseconds for decompression, headers, scaling and masks. */
  public static final String DECODE = "DECODE";

  private FitsCounters() {}
}
