package org.kiramr.bench.report;

import java.util.Comparator;
import org.kiramr.bench.record.EngineRun;

/**
 * Runs that differ only in the number of frames, and in chance.
 *
 * @param dataSet the data set's name
 * @param engine the engine's name
 * @param cores that it was allowed
 * @param cold whether the input came from storage, not from the page cache
 */
public record SeriesKey(String dataSet, String engine, int cores, boolean cold)
    implements Comparable<SeriesKey> {
  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparing(SeriesKey::dataSet)
          .thenComparing(key -> EngineName.onYarn(key.engine()))
          .thenComparing(SeriesKey::cold)
          .thenComparing(key -> -key.cores())
          .thenComparing(SeriesKey::engine);

  /** The key of a run. */
  public static SeriesKey of(String dataSet, EngineRun run) {
    return new SeriesKey(dataSet, run.engine(), run.cores(), run.cold());
  }

  /** The same conditions for another engine. */
  public SeriesKey withEngine(String other) {
    return new SeriesKey(dataSet, other, cores, cold);
  }

  /** The same engine under the same conditions, but with its input in the page cache. */
  SeriesKey warm() {
    return new SeriesKey(dataSet, engine, cores, false);
  }

  /** Engine and what is not usual about it: one core, cold. */
  public String label() {
    return engine + " ×" + cores + (cold ? ", cold" : "");
  }

  @Override
  public int compareTo(SeriesKey other) {
    return ORDER.compare(this, other);
  }
}
