package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiramr.bench.page.Numbers;
import org.kiramr.bench.page.Page;
import org.kiramr.bench.svg.Curve;
import org.kiramr.bench.svg.LineChart;
import org.kiramr.bench.svg.Palette;

/** What was expected beside what came. */
final class PredictionSection {
  private PredictionSection() {}

  static void write(Page page, Analysis analysis) {
    List<PredictionCheck> checks = analysis.predictions();
    if (checks.isEmpty()) {
      return;
    }
    page.heading("Expected and measured");
    page.paragraph(
        when(checks)
            + " what each run should take, from the number of"
            + " detections, pixels, tasks and cores. Marks on the diagonal are as it says; marks above"
            + " it took less time than expected, marks below more. Both axes are logarithmic."
            + " **Bold** numbers in the table are off by more than 20 %: something there is not"
            + " understood.");
    page.figure(
        "prediction",
        "Predicted against measured wall time",
        new LineChart("Predicted against measured wall time", "measured, s", "predicted, s", true)
            .draw(curves(checks)));
    page.table(
        List.of(
            "data set",
            "engine",
            "frames:",
            "wall expected, s:",
            "measured, s:",
            "off by:",
            "CPU expected, s:",
            "measured, s:",
            "off by:"),
        checks.stream().map(PredictionSection::row).toList());
  }

  /** A prediction is one only if it was there before. */
  private static String when(List<PredictionCheck> checks) {
    return checks.stream().allMatch(PredictionCheck::foretold)
        ? "Before the measurement a model said"
        : "A model, which was not written surely before all of these runs, says";
  }

  private static List<Curve> curves(List<PredictionCheck> checks) {
    Map<String, List<Curve.Point>> points = new TreeMap<>();
    double low = Double.MAX_VALUE;
    double high = 0;
    for (PredictionCheck check : checks) {
      points
          .computeIfAbsent(check.key().engine(), unused -> new ArrayList<>())
          .add(new Curve.Point(check.measuredWall(), check.predictedWall()));
      low = Math.min(low, Math.min(check.measuredWall(), check.predictedWall()));
      high = Math.max(high, Math.max(check.measuredWall(), check.predictedWall()));
    }
    List<Curve> curves = new ArrayList<>();
    points.forEach(
        (engine, marks) ->
            curves.add(new Curve(engine, Palette.engine(engine), marks, List.of(), List.of())));
    double outside = 1 + PredictionCheck.TOLERANCE;
    curves.add(
        new Curve(
            "equal, and ± 20 %",
            "#777777",
            List.of(),
            List.of(new Curve.Point(low, low), new Curve.Point(high, high)),
            List.of(
                new Curve.Range(low, low * (1 - PredictionCheck.TOLERANCE), low * outside),
                new Curve.Range(high, high * (1 - PredictionCheck.TOLERANCE), high * outside))));
    return curves;
  }

  private static List<String> row(PredictionCheck check) {
    return List.of(
        check.key().dataSet(),
        check.key().label(),
        Integer.toString(check.frames()),
        Numbers.seconds(check.predictedWall()),
        Numbers.seconds(check.measuredWall()),
        marked(check.wallError(), check.wallOff()),
        Numbers.seconds(check.predictedCpu()),
        Numbers.seconds(check.measuredCpu()),
        marked(check.cpuError(), check.cpuOff()));
  }

  private static String marked(double error, boolean off) {
    String text = Numbers.signedPercent(error);
    return off ? "**" + text + "**" : text;
  }
}
