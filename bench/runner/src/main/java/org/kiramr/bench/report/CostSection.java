package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kiramr.bench.page.Numbers;
import org.kiramr.bench.page.Page;
import org.kiramr.bench.record.Stage;
import org.kiramr.bench.stat.Interval;
import org.kiramr.bench.svg.Bar;
import org.kiramr.bench.svg.BarChart;
import org.kiramr.bench.svg.Palette;

/** Marginal costs side by side, their ratios, and the stages that they are made of. */
final class CostSection {
  private static final String REST_COLOUR = "#c8c8c8";

  private CostSection() {}

  static void write(Page page, Analysis analysis) {
    page.heading("What one more frame costs");
    page.paragraph(
        "Bars: marginal wall time. Whiskers: 95 % intervals; where two whiskers overlap widely, the"
            + " runs do not tell the engines apart.");
    List<SeriesAnalysis> telling =
        analysis.series().stream().filter(series -> series.wall() != null).toList();
    int number = 0;
    for (Map.Entry<String, List<SeriesAnalysis>> group : SeriesGroups.of(telling).entrySet()) {
      number++;
      String what = "Marginal wall time of a frame, " + group.getKey();
      page.paragraph("**" + group.getKey() + "**");
      page.figure(
          "marginal-" + number,
          what,
          new BarChart(what, "ms a frame")
              .draw(group.getValue().stream().map(CostSection::marginal).toList()));
    }
    ratios(page, analysis.ratios());
    stages(page, analysis.series());
  }

  private static Bar marginal(SeriesAnalysis series) {
    Interval ms = series.wall().marginal().times(1e3);
    return Bar.of(
        series.key().label(),
        Palette.engine(series.key().engine()),
        Math.max(0, ms.value()),
        ms.low(),
        ms.high(),
        Numbers.format("%.1f", ms.value()));
  }

  private static void ratios(Page page, List<Ratio> ratios) {
    if (ratios.isEmpty()) {
      return;
    }
    page.heading("Ratios");
    page.paragraph(
        "Marginal cost of the engine divided by that of its opponent: above 1 the engine is slower."
            + " Seconds belong to this machine; ratios travel better. Only runs of sessions that have both engines"
            + " are compared, so that the milliseconds may differ a little from those of all runs. *Each repeat alone*: median,"
            + " least and greatest of the ratios within one repeat.");
    page.table(
        List.of(
            "data set",
            "engine",
            "against",
            "wall, ms a frame:",
            "wall:",
            "CPU:",
            "each repeat alone:",
            "fixed wall, s more:"),
        ratios.stream()
            .map(
                ratio ->
                    List.of(
                        ratio.key().dataSet(),
                        ratio.key().label(),
                        ratio.against(),
                        costs(ratio),
                        Numbers.ratio(ratio.wall()),
                        Numbers.ratio(ratio.cpu()),
                        repeats(ratio),
                        Numbers.seconds(ratio.fixedSeconds())))
            .toList());
  }

  /** The two slopes that a ratio is made of. */
  static String costs(Ratio ratio) {
    return Numbers.millis(ratio.own().marginal().value())
        + " / "
        + Numbers.millis(ratio.opponent().marginal().value());
  }

  private static String repeats(Ratio ratio) {
    return Numbers.ratio(ratio.median())
        + " ("
        + Numbers.ratio(ratio.smallest())
        + " to "
        + Numbers.ratio(ratio.largest())
        + ")";
  }

  private static void stages(Page page, List<SeriesAnalysis> all) {
    List<SeriesAnalysis> telling = all.stream().filter(one -> !one.stages().isEmpty()).toList();
    if (telling.isEmpty()) {
      return;
    }
    page.heading("Where a frame's time goes");
    page.paragraph(
        "Pieces of a bar: what each stage adds for one more frame, summed over all tasks, as the"
            + " engine counts it. The grey piece is processor time beyond that of all stages: the Java"
            + " machine and its compiler, garbage collection, the framework, starting processes. Bars"
            + " are longer than the marginal wall time, since several cores work at once.");
    int number = 0;
    for (Map.Entry<String, List<SeriesAnalysis>> group : SeriesGroups.of(telling).entrySet()) {
      number++;
      String what = "Time of one frame by stage, " + group.getKey();
      page.paragraph("**" + group.getKey() + "**");
      page.figure(
          "stages-" + number,
          what,
          new BarChart(what, "ms a frame, all cores together")
              .draw(group.getValue().stream().map(CostSection::bar).toList()));
    }
    table(page, telling);
  }

  private static Bar bar(SeriesAnalysis series) {
    List<Bar.Segment> pieces = new ArrayList<>();
    double sum = 0;
    for (StageCost cost : series.stages()) {
      double ms = Math.max(0, cost.perFrameSeconds() * 1e3);
      if (cost.inTasks()) {
        pieces.add(new Bar.Segment(StageName.of(cost.stage()), ms, StageName.colour(cost.stage())));
        sum += ms;
      }
    }
    double rest = series.restSeconds() * 1e3;
    pieces.add(new Bar.Segment(StageName.REST, rest, REST_COLOUR));
    return Bar.stacked(series.key().label(), pieces, Numbers.format("%.1f", sum + rest));
  }

  private static void table(Page page, List<SeriesAnalysis> telling) {
    List<String> header = new ArrayList<>(List.of("data set", "engine"));
    for (Stage stage : Stage.values()) {
      header.add(StageName.of(stage) + ":");
    }
    header.add(StageName.REST + ":");
    page.paragraph(
        "The same in ms a frame. Launch, and shuffle or merge, are wall time; behind the plus sign"
            + " what they cost a run whatever the number of frames, in seconds.");
    page.table(header, telling.stream().map(CostSection::row).toList());
  }

  private static List<String> row(SeriesAnalysis series) {
    List<String> row = new ArrayList<>(List.of(series.key().dataSet(), series.key().label()));
    for (Stage stage : Stage.values()) {
      row.add(
          series.stages().stream()
              .filter(cost -> cost.stage() == stage)
              .map(CostSection::cell)
              .findFirst()
              .orElse("–"));
    }
    row.add(Numbers.millis(series.restSeconds()));
    return row;
  }

  private static String cell(StageCost cost) {
    return cost.inTasks()
        ? Numbers.millis(cost.perFrameSeconds())
        : Numbers.millis(cost.perFrameSeconds())
            + " + "
            + Numbers.seconds(cost.perRunSeconds())
            + " s";
  }
}
