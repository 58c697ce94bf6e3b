package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Series that are shown in one plot: same data set, cores and cache, with or without a cluster. One
 * file a map costs so much more that it would flatten all else: it has a plot of its own.
 */
final class SeriesGroups {
  private SeriesGroups() {}

  /** The groups by their title, in the order of the series; the C program is in each, for scale. */
  static Map<String, List<SeriesAnalysis>> of(List<SeriesAnalysis> all) {
    Map<String, List<SeriesAnalysis>> groups = new LinkedHashMap<>();
    for (SeriesAnalysis series : all) {
      String place = place(series.key().engine());
      groups.computeIfAbsent(title(series.key(), place), unused -> new ArrayList<>()).add(series);
    }
    for (SeriesAnalysis series : all) {
      String engine = series.key().engine();
      if (engine.equals(EngineName.C_BATCH)) {
        add(groups, title(series.key(), "on YARN"), series);
        add(groups, title(series.key(), "on YARN, one file a map"), series);
      } else if (engine.equals("mr-yarn")) {
        add(groups, title(series.key(), "on YARN, one file a map"), series);
      }
    }
    return groups;
  }

  private static void add(
      Map<String, List<SeriesAnalysis>> groups, String title, SeriesAnalysis series) {
    groups.computeIfPresent(
        title,
        (unused, members) -> {
          members.add(series);
          return members;
        });
  }

  private static String place(String engine) {
    if (!EngineName.onYarn(engine)) {
      return "no cluster";
    }
    return engine.endsWith("one-file") ? "on YARN, one file a map" : "on YARN";
  }

  private static String title(SeriesKey key, String place) {
    return key.dataSet()
        + ", "
        + place
        + ", "
        + key.cores()
        + (key.cores() == 1 ? " core" : " cores")
        + (key.cold() ? ", cold" : "");
  }
}
