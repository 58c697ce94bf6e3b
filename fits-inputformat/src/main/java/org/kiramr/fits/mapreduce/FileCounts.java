package org.kiramr.fits.mapreduce;

import java.util.function.ObjLongConsumer;
import org.kiramr.fits.FileSummary;

/**
 * Counts files as they are done with, for the record reader and whatever reads files in its place.
 * Not thread-safe: one a task.
 */
public final class FileCounts {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final ObjLongConsumer<String> counters;
  private long readNanos;
  private long decodeNanos;

  /**
   * @param counters adds to a counter of {@link FitsCounters}
   */
  public FileCounts(ObjLongConsumer<String> counters) {
    this.counters = counters;
  }

  /**
   * Counts a file that was read to its end.
   *
   * @param read nanoseconds in the file system
   * @param decode nanoseconds for all else
   */
  public void add(FileSummary file, long read, long decode) {
    counters.accept(FitsCounters.FILES_READ, 1);
    counters.accept(FitsCounters.BYTES_READ, file.bytes());
    counters.accept(FitsCounters.HDUS_IGNORED, file.hdusIgnored());
    // Rounded from the sum, not file by file: a small file takes less than a millisecond.
    counters.accept(FitsCounters.READ, millis(readNanos, read));
    counters.accept(FitsCounters.DECODE, millis(decodeNanos, decode));
    readNanos += read;
    decodeNanos += decode;
  }

  private static long millis(long before, long more) {
    return (before + more) / NANOS_PER_MILLI - before / NANOS_PER_MILLI;
  }
}
