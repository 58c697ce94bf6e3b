package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What reading from the disk instead of the page cache costs.
 *
 * @param key the cold series
 * @param frames number of frames, the most that both series have
 * @param coldSeconds median wall time
 * @param warmSeconds median wall time
 */
public record ColdWarm(SeriesKey key, int frames, double coldSeconds, double warmSeconds) {

  static List<ColdWarm> of(List<SeriesAnalysis> series) {
    List<ColdWarm> pairs = new ArrayList<>();
    for (SeriesAnalysis cold : series) {
      SeriesKey key = cold.key();
      if (key.cold()) {
        series.stream()
            .filter(warm -> warm.key().equals(key.warm()))
            .forEach(warm -> add(pairs, cold, warm));
      }
    }
    return pairs;
  }

  private static void add(List<ColdWarm> pairs, SeriesAnalysis cold, SeriesAnalysis warm) {
    ColdWarm most = null;
    for (Medians one : cold.medians()) {
      for (Medians other : warm.medians()) {
        if (one.frames() == other.frames()) {
          most = new ColdWarm(cold.key(), one.frames(), one.wallSeconds(), other.wallSeconds());
        }
      }
    }
    if (most != null) {
      pairs.add(most);
    }
  }
}
