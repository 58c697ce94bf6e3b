package org.kiramr.bench.cloud;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.kiramr.bench.model.Term;
import org.kiramr.bench.page.Numbers;
import org.kiramr.bench.page.Page;
import org.kiramr.bench.svg.Bar;
import org.kiramr.bench.svg.BarChart;
import org.kiramr.bench.svg.Curve;
import org.kiramr.bench.svg.LineChart;
import org.kiramr.bench.svg.Palette;

/** The page of a simulation. */
final class CloudPage {
  /** Errors of the simulator beyond this are marked. */
  private static final double TOLERANCE = 0.2;

  private CloudPage() {}

  static Page of(CloudAnalysis analysis) {
    Page page = new Page("Beyond this machine: a simulation of larger clusters");
    page.paragraph(
        Numbers.format("%.0f", analysis.frames())
            + " frames of 2048x1489 pixels, "
            + Numbers.format("%.2f", analysis.frames() * analysis.frameBytes() / 1e12)
            + " TB, the *"
            + analysis.dataSet()
            + "* data set of Kira SE. Nobody ran this: a program plays the run event by event, core"
            + " by core, with the costs that were measured on one small machine (data set *"
            + analysis.measuredOn()
            + "*) and with assumptions about what such a machine cannot show. All are listed below;"
            + " *Beside real runs* shows how well the same program foretells what was measured.");
    page.heading("In short");
    page.bullets(CloudFindings.of(analysis));
    times(page, analysis);
    causes(page, analysis);
    validation(page, analysis.validation());
    inputs(page, analysis);
    return page;
  }

  private static void times(Page page, CloudAnalysis analysis) {
    page.heading("Time and cost");
    page.paragraph(
        "Each line is an engine with a way of packing frames into tasks; both axes are logarithmic,"
            + " so that perfect scaling is a straight line downwards, and a line that bends to the"
            + " right has met a limit. The shade holds nine of ten of the "
            + analysis.replications()
            + " simulated skies. *C, handed out*: each process takes the next frame when it is done;"
            + " *C, two processes a core*: one reads while the other works, as the readers of"
            + " MapReduce and Spark do; *C, in waves*: all wait for the slowest before each takes"
            + " another, as Kira's opponent did. *Automatic* is what `kira extract` does if nobody"
            + " sets a size: it makes tasks of at most 1 GiB, and no smaller than 512 MiB merely to"
            + " even out the cores. *Spark binaryFiles* has as many tasks, but does not read ahead. C"
            + " with a process for each file, and Python, are not simulated: they know one machine,"
            + " and on many would need a scheduler of their own, of which nothing was measured.");
    Map<String, List<CloudRow>> byScenario = group(analysis.rows(), CloudRow::scenario);
    List<Double> cores =
        analysis.rows().stream().map(row -> (double) row.cores()).distinct().toList();
    List<Curve> curves = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, List<CloudRow>> entry : byScenario.entrySet()) {
      if (!Scenario.isSize(entry.getKey())) {
        curves.add(curve(entry.getKey(), Palette.colour(number++), entry.getValue()));
      }
    }
    page.figure(
        "cloud-time",
        "Time against cores",
        new LineChart("Time against cores", "cores", "time, min", true, cores).draw(curves));
    page.paragraph(
        "Mean time by number of cores; in brackets nine of ten skies, in the same unit. Sizes that"
            + " are set by hand are in the tables only. MB are of files and of what opening them"
            + " counts.");
    table(page, byScenario, CloudPage::time);
    if (analysis.pricePerCoreHour() > 0) {
      page.paragraph(
          "Price at "
              + Numbers.plain(analysis.pricePerCoreHour())
              + " a core and hour, by number of cores:");
      table(page, byScenario, row -> Numbers.format("%.2f", row.price()));
    }
    page.paragraph("What limits it, by number of cores:");
    table(page, byScenario, CloudRow::limit);
  }

  private static void table(
      Page page, Map<String, List<CloudRow>> byScenario, Function<CloudRow, String> cell) {
    List<String> header = new ArrayList<>(List.of("engine, packing", "frames a task:"));
    List<List<String>> rows = new ArrayList<>();
    byScenario.forEach(
        (scenario, members) -> {
          List<String> row = new ArrayList<>(List.of(scenario));
          row.add(framesPerTask(members));
          members.forEach(member -> row.add(cell.apply(member)));
          rows.add(row);
        });
    byScenario.values().stream()
        .limit(1)
        .forEach(members -> members.forEach(member -> header.add(member.cores() + ":")));
    page.table(header, rows);
  }

  /** On few cores to many; the automatic rule has smaller tasks on more. */
  private static String framesPerTask(List<CloudRow> rows) {
    int least = rows.stream().mapToInt(CloudRow::framesPerTask).min().orElseThrow();
    int most = rows.stream().mapToInt(CloudRow::framesPerTask).max().orElseThrow();
    return least == most ? Integer.toString(least) : least + "–" + most;
  }

  private static String time(CloudRow row) {
    double unit = row.seconds().value() < 7200 ? 60 : 3600;
    return Numbers.format("%.1f", row.seconds().value() / unit)
        + (unit == 60 ? " min (" : " h (")
        + Numbers.format("%.1f", row.percentile5() / unit)
        + "–"
        + Numbers.format("%.1f", row.percentile95() / unit)
        + ")";
  }

  private static Curve curve(String name, String colour, List<CloudRow> rows) {
    List<Curve.Point> points =
        rows.stream().map(row -> new Curve.Point(row.cores(), row.seconds().value() / 60)).toList();
    List<Curve.Range> band =
        rows.stream()
            .map(
                row ->
                    new Curve.Range(row.cores(), row.percentile5() / 60, row.percentile95() / 60))
            .toList();
    return new Curve(name, colour, points, points, band);
  }

  private static void causes(Page page, CloudAnalysis analysis) {
    page.heading("What limits each");
    page.paragraph(
        "A bar is the whole time of a run, in core seconds a frame: what a frame really costs, all"
            + " cores and all waiting counted. Green is the work itself; every other piece is a loss,"
            + " and names what to mend. Each second of each core is in exactly one piece.");
    Map<Integer, List<CloudRow>> byCores = group(analysis.rows(), CloudRow::cores);
    List<Integer> all = List.copyOf(byCores.keySet());
    Set<Integer> shown = new LinkedHashSet<>();
    shown.add(all.get(0));
    shown.add(all.get(all.size() / 2));
    shown.add(all.get(all.size() - 1));
    for (int cores : shown) {
      page.paragraph("**" + cores + " cores**");
      String what = "Core seconds a frame on " + cores + " cores";
      page.figure(
          "cloud-causes-" + cores,
          what,
          new BarChart(what, "core seconds a frame")
              .draw(
                  byCores.get(cores).stream()
                      .filter(row -> !row.scenario().equals(Scenario.ONE_FILE))
                      .map(row -> bar(row, analysis.frames()))
                      .toList()));
      byCores.get(cores).stream()
          .filter(row -> row.scenario().equals(Scenario.ONE_FILE))
          .forEach(row -> page.paragraph(beyondThePlot(row, analysis.frames())));
    }
  }

  /** One file a map takes so much that its bar would flatten the others. */
  private static String beyondThePlot(CloudRow row, int frames) {
    return "Not in the plot, since it would flatten it: "
        + row.scenario()
        + ", "
        + Numbers.ratio(row.seconds().value() * row.cores() / frames)
        + " core seconds a frame, "
        + Numbers.percent(row.shares().get(Cause.LAUNCH))
        + " of them "
        + Cause.LAUNCH.words()
        + ", "
        + Numbers.percent(row.shares().get(Cause.COMPUTE))
        + " "
        + Cause.COMPUTE.words()
        + ".";
  }

  private static Bar bar(CloudRow row, int frames) {
    double whole = row.seconds().value() * row.cores() / frames;
    List<Bar.Segment> pieces = new ArrayList<>();
    piece(pieces, row, Cause.COMPUTE, whole);
    for (Cause cause : Cause.values()) {
      if (cause != Cause.COMPUTE) {
        piece(pieces, row, cause, whole);
      }
    }
    return Bar.stacked(row.scenario(), pieces, Numbers.format("%.3f", whole));
  }

  private static void piece(List<Bar.Segment> pieces, CloudRow row, Cause cause, double whole) {
    pieces.add(new Bar.Segment(cause.words(), row.shares().get(cause) * whole, cause.colour()));
  }

  private static void validation(Page page, List<Validation> checks) {
    page.heading("Beside real runs");
    page.paragraph(
        "The same simulation, engine by engine, with the costs above and on the cores of the machine"
            + " that measured. For this it was fed with the runs on the most cores but for those"
            + " with the most frames; *seen* runs fed it, the others it had to predict. In brackets"
            + " nine of ten simulated skies with as many detections as the run had. **Bold**: off by"
            + " more than 20 %.");
    page.table(
        List.of("engine", "cores:", "frames:", "seen", "simulated, s:", "measured, s:", "off by:"),
        checks.stream().map(CloudPage::cells).toList());
  }

  private static List<String> cells(Validation check) {
    String error = Numbers.signedPercent(check.error());
    return List.of(
        check.engine(),
        Integer.toString(check.cores()),
        Integer.toString(check.frames()),
        check.seen() ? "yes" : "no",
        Numbers.seconds(check.simulatedSeconds())
            + " ("
            + Numbers.seconds(check.percentile5())
            + "–"
            + Numbers.seconds(check.percentile95())
            + ")",
        Numbers.seconds(check.measuredSeconds()),
        Math.abs(check.error()) > TOLERANCE ? "**" + error + "**" : error);
  }

  private static void inputs(Page page, CloudAnalysis analysis) {
    page.heading("What went in");
    page.paragraph(
        "Engines, in seconds of one core. The price is of the cores that work, for the time of the"
            + " run; machines that are started before and stopped after cost more.");
    page.table(
        List.of("engine", "numbers and where they come from"),
        analysis.profiles().stream()
            .map(profile -> List.of(profile.engine(), String.join("; ", profile.origins())))
            .toList());
    page.paragraph(
        "How crowded frames are: "
            + analysis.sky()
            + ". How alike neighbours are is assumed (skewCorrelation, skewStretch): no session"
            + " tells which frames are.");
    page.paragraph(
        "Slow nodes and late attempts are assumed."
            + (analysis.scatter().isEmpty()
                ? ""
                : " For comparison, on the machine that measured: " + analysis.scatter() + "."));
    page.paragraph("Assumptions, seed " + analysis.seed() + ":");
    Map<String, Term> assumptions =
        new ObjectMapper().convertValue(analysis.assumptions(), new TypeReference<>() {});
    page.table(
        List.of("what", "value:", "why"),
        assumptions.entrySet().stream()
            .map(
                entry ->
                    List.of(
                        entry.getKey(),
                        Numbers.plain(entry.getValue().value()),
                        entry.getValue().reason()))
            .toList());
  }

  private static <K> Map<K, List<CloudRow>> group(List<CloudRow> rows, Function<CloudRow, K> key) {
    Map<K, List<CloudRow>> groups = new LinkedHashMap<>();
    rows.forEach(
        row -> groups.computeIfAbsent(key.apply(row), unused -> new ArrayList<>()).add(row));
    return groups;
  }
}
