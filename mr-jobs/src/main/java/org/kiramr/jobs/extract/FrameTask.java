package org.kiramr.jobs.extract;

import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.kiramr.catalog.FrameCatalog;
import org.kiramr.extract.FrameExtractor;
import org.kiramr.extract.FrameRejectedException;
import org.kiramr.extract.StageTimes;
import org.kiramr.fits.FileSummary;
import org.kiramr.fits.Frame;
import org.kiramr.fits.Reject;
import org.kiramr.fits.mapreduce.FrameRecord;
import org.kiramr.jobs.run.Versions;

/**
 * What a task does with what its reader gives, whichever engine runs it: extracts frames, hands
 * rejects and files' accounts on, and counts. Each record in is one record out.
 *
 * <p>Holds native memory until {@link #close()}, which also counts the times. Not thread-safe: one
 * a task.
 */
public final class FrameTask implements AutoCloseable {
  private final FrameExtractor extractor;
  private final CounterLookup counters;

  /**
   * Loads libsep if this process has not yet.
   *
   * @param conf of the job, see {@link ExtractSettings#parameters}
   */
  public FrameTask(Configuration conf, CounterLookup counters) {
    this.extractor = new FrameExtractor(ExtractSettings.parameters(conf));
    this.counters = counters;
    counters.find(KiraCounter.LIBSEP_GROUP, Versions.libsep()).increment(1);
    counters.find(KiraCounter.LIBWCS_GROUP, Versions.libwcs()).increment(1);
  }

  /**
   * The record of the shuffle that a record of the reader becomes. A frame's pixels are used up: it
   * may be closed afterwards.
   */
  public KeyedRecord process(FrameRecord record) {
    return switch (record.kind()) {
      case FRAME -> extract(record.frame());
      case REJECT -> reject(record.reject());
      case SUMMARY -> account(record.summary());
    };
  }

  private KeyedRecord extract(Frame frame) {
    try {
      FrameCatalog catalog = extractor.extract(frame);
      KiraCounter.FRAMES_EXTRACTED.of(counters).increment(1);
      KiraCounter.DETECTIONS.of(counters).increment(catalog.rows());
      return new KeyedRecord(new FrameKey(frame.id()), CatalogRecord.ofFrame(catalog));
    } catch (FrameRejectedException e) {
      return reject(e.reject());
    }
  }

  private KeyedRecord reject(Reject reject) {
    KiraCounter counter =
        reject.hdu() == Reject.WHOLE_FILE
            ? KiraCounter.FILES_REJECTED
            : KiraCounter.FRAMES_REJECTED;
    counter.of(counters).increment(1);
    return new KeyedRecord(
        new FrameKey(reject.field(), "", reject.image(), reject.hdu()),
        CatalogRecord.ofReject(reject));
  }

  private static KeyedRecord account(FileSummary file) {
    return new KeyedRecord(FrameKey.ofFile(file.image()), CatalogRecord.ofFile(file));
  }

  @Override
  public void close() {
    StageTimes times = extractor.times();
    addMillis(KiraCounter.BACKGROUND, times.backgroundNanos());
    addMillis(KiraCounter.EXTRACT, times.extractNanos());
    addMillis(KiraCounter.PHOTOMETRY, times.photometryNanos());
    addMillis(KiraCounter.SKY, times.skyNanos());
    KiraCounter.EXTRACTION_RETRIES.of(counters).increment(times.retries());
    extractor.close();
  }

  private void addMillis(KiraCounter counter, long nanos) {
    counter.of(counters).increment(TimeUnit.NANOSECONDS.toMillis(nanos));
  }
}
