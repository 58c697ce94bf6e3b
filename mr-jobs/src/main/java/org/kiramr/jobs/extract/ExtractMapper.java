package org.kiramr.jobs.extract;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.kiramr.catalog.FrameCatalog;
import org.kiramr.extract.FrameExtractor;
import org.kiramr.extract.FrameRejectedException;
import org.kiramr.extract.StageTimes;
import org.kiramr.fits.FileSummary;
import org.kiramr.fits.Frame;
import org.kiramr.fits.Reject;
import org.kiramr.fits.mapreduce.FrameRecord;
import org.kiramr.jobs.run.Versions;

/** Extracts each frame of its split; hands rejects and files' accounts on. */
public final class ExtractMapper extends Mapper<Text, FrameRecord, FrameKey, CatalogRecord> {
  private FrameExtractor extractor;

  @Override
  protected void setup(Context context) {
    extractor = new FrameExtractor(ExtractSettings.parameters(context.getConfiguration()));
    context.getCounter(KiraCounter.LIBSEP_GROUP, Versions.libsep()).increment(1);
    context.getCounter(KiraCounter.LIBWCS_GROUP, Versions.libwcs()).increment(1);
  }

  @Override
  protected void map(Text image, FrameRecord record, Context context)
      throws IOException, InterruptedException {
    switch (record.kind()) {
      case FRAME -> extract(record.frame(), context);
      case REJECT -> reject(record.reject(), context);
      case SUMMARY -> account(record.summary(), context);
    }
  }

  private void extract(Frame frame, Context context) throws IOException, InterruptedException {
    try {
      FrameCatalog catalog = extractor.extract(frame);
      KiraCounter.FRAMES_EXTRACTED.of(context).increment(1);
      KiraCounter.DETECTIONS.of(context).increment(catalog.rows());
      context.write(new FrameKey(frame.id()), CatalogRecord.ofFrame(catalog));
    } catch (FrameRejectedException e) {
      reject(e.reject(), context);
    }
  }

  private void reject(Reject reject, Context context) throws IOException, InterruptedException {
    KiraCounter counter =
        reject.hdu() == Reject.WHOLE_FILE
            ? KiraCounter.FILES_REJECTED
            : KiraCounter.FRAMES_REJECTED;
    counter.of(context).increment(1);
    context.write(
        new FrameKey(reject.field(), "", reject.image(), reject.hdu()),
        CatalogRecord.ofReject(reject));
  }

  private void account(FileSummary file, Context context) throws IOException, InterruptedException {
    context.write(FrameKey.ofFile(file.image()), CatalogRecord.ofFile(file));
  }

  @Override
  protected void cleanup(Context context) {
    StageTimes times = extractor.times();
    addMillis(KiraCounter.BACKGROUND, times.backgroundNanos(), context);
    addMillis(KiraCounter.EXTRACT, times.extractNanos(), context);
    addMillis(KiraCounter.PHOTOMETRY, times.photometryNanos(), context);
    addMillis(KiraCounter.SKY, times.skyNanos(), context);
    KiraCounter.EXTRACTION_RETRIES.of(context).increment(times.retries());
    extractor.close();
  }

  private static void addMillis(KiraCounter counter, long nanos, Context context) {
    counter.of(context).increment(TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  /** As the superclass does, and frees native memory also when a record fails the task. */
  @Override
  public void run(Context context) throws IOException, InterruptedException {
    setup(context);
    try {
      while (context.nextKeyValue()) {
        map(context.getCurrentKey(), context.getCurrentValue(), context);
      }
    } finally {
      cleanup(context);
    }
  }
}
