package org.kiramr.bench.cloud;

import java.util.ArrayList;
import java.util.List;
import org.kiramr.bench.page.Numbers;
import org.kiramr.bench.report.Medians;
import org.kiramr.bench.report.SeriesAnalysis;
import org.kiramr.bench.stat.Samples;

/**
 * How much runs differ from others that should be the same. It stands beside the assumptions about
 * slow nodes and late attempts, and is not put in their place: it is one machine at several times,
 * not several machines at once, and whole runs, in which attempts average out.
 */
final class RepeatScatter {
  private static final double NINE_OF_TEN = 0.9;

  private RepeatScatter() {}

  /** In words; empty if no run was repeated. */
  static String of(List<SeriesAnalysis> series) {
    List<Double> ratios = new ArrayList<>();
    for (SeriesAnalysis one : series) {
      for (Medians at : one.medians()) {
        if (at.runs() > 1) {
          one.points().stream()
              .filter(run -> run.frames() == at.frames())
              .forEach(run -> ratios.add(run.wallSeconds() / at.wallSeconds()));
        }
      }
    }
    if (ratios.isEmpty()) {
      return "";
    }
    List<Double> distances = ratios.stream().map(ratio -> Math.abs(ratio - 1)).toList();
    return "of "
        + ratios.size()
        + " runs that were repeated nine of ten lay within "
        + Numbers.percent(Samples.quantile(distances, NINE_OF_TEN))
        + " of the median of their repeats, and the slowest took "
        + Numbers.ratio(Samples.quantile(ratios, 1))
        + " times that median";
  }
}
