package org.kiramr.jobs.extract;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.kiramr.catalog.CanonicalRows;
import org.kiramr.catalog.FieldConsolidator;

/**
 * What a task does with the records of fields once they are sorted, whichever engine runs it:
 * consolidates one field after the other, one frame at a time in memory, and counts. Not
 * thread-safe: one a task.
 */
public final class FieldTask implements AutoCloseable {
  private final CounterLookup counters;
  private final CanonicalRows formatter = new CanonicalRows();
  private FieldConsolidator consolidator;
  private long formatNanos;

  public FieldTask(CounterLookup counters) {
    this.counters = counters;
  }

  /**
   * Takes the next record of the field, which is to be written before the next one is taken: the
   * rows of a frame are made here and kept until then.
   *
   * @param key any key of the field
   */
  public void add(FrameKey key, CatalogRecord record) {
    if (consolidator == null) {
      consolidator = new FieldConsolidator(key.field());
    }
    switch (record.kind()) {
      case FRAME -> addFrame(record);
      case REJECT -> consolidator.addReject();
      case FILE, FIELD -> {}
    }
  }

  private void addFrame(CatalogRecord record) {
    long start = System.nanoTime();
    consolidator.addFrame(record.catalog(), record.rows(formatter));
    formatNanos += System.nanoTime() - start;
  }

  /**
   * Ends the field, if one is begun: the next record is another's.
   *
   * @return its account, unless it has no frames
   */
  public Optional<CatalogRecord> endField() {
    FieldConsolidator ended = consolidator;
    consolidator = null;
    if (ended == null || !ended.hasFrames()) {
      return Optional.empty();
    }
    KiraCounter.FIELDS.of(counters).increment(1);
    KiraCounter.DUPLICATE_FRAMES.of(counters).increment(ended.duplicates());
    return Optional.of(CatalogRecord.ofField(ended.finish()));
  }

  /** Counts the time. */
  @Override
  public void close() {
    KiraCounter.WRITE.of(counters).increment(TimeUnit.NANOSECONDS.toMillis(formatNanos));
  }
}
