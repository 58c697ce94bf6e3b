package org.kiramr.bench.report;

import java.util.List;
import org.kiramr.bench.page.Numbers;
import org.kiramr.bench.page.Page;
import org.kiramr.bench.stat.LinearFit;

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
                        ratio(analysis, series, EngineName.C_BATCH),
                        ratio(analysis, series, EngineName.sparkOpponent(series.key().engine())),
                        Numbers.seconds(Math.max(0, series.wall().fixed().value()))))
            .toList());
    if (analysis.ratios().stream().anyMatch(ratio -> !ofAllRuns(analysis, ratio))) {
      page.paragraph(
          "The milliseconds are those of all runs of an engine; a ratio is one of the runs of the"
              + " sessions that have both engines. Where these are not all runs, their milliseconds"
              + " stand in brackets behind the ratio.");
    }
  }

  private static String ratio(Analysis analysis, SeriesAnalysis series, String against) {
    return analysis.ratios().stream()
        .filter(ratio -> ratio.key().equals(series.key()) && ratio.against().equals(against))
        .map(
            ratio ->
                Numbers.ratio(ratio.wall().value())
                    + (ofAllRuns(analysis, ratio) ? "" : " (" + CostSection.costs(ratio) + ")"))
        .findFirst()
        .orElse("–");
  }

  /** Whether a ratio is that of the milliseconds in the table. */
  private static boolean ofAllRuns(Analysis analysis, Ratio ratio) {
    return isLineOf(analysis, ratio.key(), ratio.own())
        && isLineOf(analysis, ratio.key().withEngine(ratio.against()), ratio.opponent());
  }

  private static boolean isLineOf(Analysis analysis, SeriesKey key, LinearFit line) {
    return analysis.series(key).filter(series -> line.equals(series.wall())).isPresent();
  }
}
