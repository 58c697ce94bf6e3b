package org.kiramr.bench.report;

import java.util.List;
import org.kiramr.bench.page.Numbers;
import org.kiramr.bench.page.Page;

/** The few numbers that most readers come for. */
final class ShortTable {
  private ShortTable() {}

  static void write(Page page, Analysis analysis) {
    page.table(
        List.of(
            "data set",
            "engine, cores",
            "one more frame, ms:",
            "times C:",
            "times Spark:",
            "a run without frames, s:"),
        analysis.series().stream()
            .filter(series -> series.wall() != null)
            .map(
                series ->
                    List.of(
                        series.key().dataSet(),
                        series.key().label(),
                        Numbers.millis(series.wall().marginal().value()),
                        ratio(analysis, series.key(), EngineName.C_BATCH),
                        ratio(
                            analysis,
                            series.key(),
                            EngineName.sparkOpponent(series.key().engine())),
                        Numbers.seconds(Math.max(0, series.wall().fixed().value()))))
            .toList());
  }

  private static String ratio(Analysis analysis, SeriesKey key, String against) {
    return analysis.ratios().stream()
        .filter(ratio -> ratio.key().equals(key) && ratio.against().equals(against))
        .map(ratio -> Numbers.ratio(ratio.wall().value()))
        .findFirst()
        .orElse("–");
  }
}
