package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kiramr.bench.page.Numbers;
import org.kiramr.bench.page.Page;
import org.kiramr.bench.stat.LinearFit;
import org.kiramr.bench.svg.Curve;
import org.kiramr.bench.svg.LineChart;
import org.kiramr.bench.svg.Palette;

/** Wall time against number of frames, and the lines through it. */
final class TimeSection {
  private TimeSection() {}

  static void write(Page page, Analysis analysis) {
    page.heading("Time against number of frames");
    page.paragraph(
        "Each mark is a run, each line the best straight line through an engine's runs. Where the"
            + " line meets the left edge is the fixed cost; how steep it is, the marginal cost."
            + " Engines without a cluster come first, engines on YARN have plots of their own, with"
            + " the C program for scale.");
    int number = 0;
    for (Map.Entry<String, List<SeriesAnalysis>> group :
        SeriesGroups.of(analysis.series()).entrySet()) {
      number++;
      page.paragraph("**" + group.getKey() + "**");
      LineChart chart =
          new LineChart("Wall time, " + group.getKey(), "frames", "wall time, s", false);
      page.figure(
          "time-" + number,
          "Wall time against frames, " + group.getKey(),
          chart.draw(group.getValue().stream().map(TimeSection::curve).toList()));
    }
    lines(page, analysis.series());
    medians(page, analysis.series());
  }

  private static Curve curve(SeriesAnalysis series) {
    List<Curve.Point> points =
        series.points().stream()
            .map(run -> new Curve.Point(run.frames(), run.wallSeconds()))
            .toList();
    List<Curve.Point> line = List.of();
    if (series.wall() != null) {
      double end = series.largest().frames();
      line =
          List.of(
              new Curve.Point(0, Math.max(0, series.wall().fixed().value())),
              new Curve.Point(end, series.wall().at(end)));
    }
    return new Curve(
        series.key().engine(), Palette.engine(series.key().engine()), points, line, List.of());
  }

  private static void lines(Page page, List<SeriesAnalysis> all) {
    page.paragraph(
        "The lines in numbers, 95 % intervals in brackets. *Cores used* is the slope of CPU time by"
            + " that of wall time: how many cores a frame kept busy.");
    page.table(
        List.of(
            "data set",
            "engine",
            "runs:",
            "marginal wall, ms a frame:",
            "fixed wall, s:",
            "marginal CPU, ms a frame:",
            "fixed CPU, s:",
            "cores used:"),
        all.stream().filter(series -> series.wall() != null).map(TimeSection::row).toList());
    String without =
        all.stream()
            .filter(series -> series.wall() == null)
            .map(series -> series.key().label())
            .collect(Collectors.joining(", "));
    if (!without.isEmpty()) {
      page.paragraph("No line with a single number of frames: " + without + ".");
    }
  }

  private static List<String> row(SeriesAnalysis series) {
    LinearFit wall = series.wall();
    LinearFit cpu = series.cpu();
    return List.of(
        series.key().dataSet(),
        series.key().label(),
        Integer.toString(series.runs()),
        Numbers.millis(wall.marginal()),
        Numbers.seconds(wall.fixed()),
        Numbers.millis(cpu.marginal()),
        Numbers.seconds(cpu.fixed()),
        Numbers.ratio(cpu.marginal().value() / wall.marginal().value()));
  }

  private static void medians(Page page, List<SeriesAnalysis> all) {
    SortedSet<Integer> frames = new TreeSet<>();
    all.forEach(series -> series.medians().forEach(at -> frames.add(at.frames())));
    page.paragraph("Median wall time over the repeats, in seconds, by number of frames:");
    List<String> header = new ArrayList<>(List.of("data set", "engine"));
    frames.forEach(number -> header.add(number + ":"));
    List<List<String>> rows = new ArrayList<>();
    for (SeriesAnalysis series : all) {
      List<String> row = new ArrayList<>(List.of(series.key().dataSet(), series.key().label()));
      for (int number : frames) {
        row.add(series.at(number).map(at -> Numbers.seconds(at.wallSeconds())).orElse("–"));
      }
      rows.add(row);
    }
    page.table(header, rows);
  }
}
