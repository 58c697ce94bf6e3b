package org.kiramr.bench.cloud;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.report.Analysis;
import org.kiramr.bench.report.SeriesAnalysis;

/** What of the measurements a simulation is about. */
final class MeasuredSeries {
  private MeasuredSeries() {}

  /** The warm series of a data set. */
  static List<SeriesAnalysis> warm(List<Session> sessions, String dataSet) {
    return Analysis.of(sessions, null).series().stream()
        .filter(one -> one.key().dataSet().equals(dataSet) && !one.key().cold())
        .toList();
  }

  /** Of each engine the series with the most cores. */
  static List<SeriesAnalysis> onMostCores(List<SeriesAnalysis> series) {
    Map<String, SeriesAnalysis> most = new LinkedHashMap<>();
    series.stream()
        .sorted(Comparator.comparingInt(one -> -one.key().cores()))
        .forEach(one -> most.putIfAbsent(one.key().engine(), one));
    return List.copyOf(most.values());
  }
}
