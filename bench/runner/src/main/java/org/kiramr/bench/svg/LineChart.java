package org.kiramr.bench.svg;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;

/** Points and lines over two axes. */
public final class LineChart {
  private static final double WIDTH = 860;
  private static final double HEIGHT = 420;
  private static final double LEFT = 72;
  private static final double RIGHT = 620;
  private static final double TOP = 24;
  private static final double BOTTOM = 360;
  private static final double LEGEND_STEP = 22;

  private final String title;
  private final String xLabel;
  private final String yLabel;
  private final boolean logarithmic;
  private final List<Double> xTicks;

  /**
   * Makes the frame of a chart.
   *
   * @param title for readers who cannot see it
   * @param logarithmic whether both axes are
   */
  public LineChart(String title, String xLabel, String yLabel, boolean logarithmic) {
    this(title, xLabel, yLabel, logarithmic, List.of());
  }

  /** The same with numbers of one's own on the lower axis. */
  public LineChart(
      String title, String xLabel, String yLabel, boolean logarithmic, List<Double> xTicks) {
    this.xTicks = List.copyOf(xTicks);
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
    this.logarithmic = logarithmic;
  }

  /** Draws it. */
  public String draw(List<Curve> curves) {
    DoubleSummaryStatistics x = new DoubleSummaryStatistics();
    DoubleSummaryStatistics y = new DoubleSummaryStatistics();
    for (Curve curve : curves) {
      List<Curve.Point> all = new ArrayList<>(curve.points());
      all.addAll(curve.line());
      all.forEach(point -> x.accept(point.x()));
      all.forEach(point -> y.accept(point.y()));
      curve.band().forEach(range -> y.accept(range.low()));
      curve.band().forEach(range -> y.accept(range.high()));
    }
    Axis across = axis(x, LEFT, RIGHT);
    Axis up = axis(y, BOTTOM, TOP);
    Svg svg = new Svg(WIDTH, Math.max(HEIGHT, TOP + curves.size() * LEGEND_STEP + 20), title);
    grid(svg, across, up);
    for (int i = 0; i < curves.size(); i++) {
      curve(svg, curves.get(i), Marker.of(i), across, up);
      legend(svg, curves.get(i), Marker.of(i), TOP + 10 + i * LEGEND_STEP);
    }
    return svg.finish();
  }

  private Axis axis(DoubleSummaryStatistics values, double from, double to) {
    return logarithmic
        ? Axis.logarithmic(values.getMin(), values.getMax(), from, to)
        : Axis.linear(values.getMin(), values.getMax(), from, to);
  }

  private void grid(Svg svg, Axis across, Axis up) {
    for (double tick : up.ticks()) {
      double y = up.at(tick);
      svg.line(LEFT, y, RIGHT, y, "#e4e4e4");
      svg.text(LEFT - 8, y + 4, "end", Axis.label(tick));
    }
    for (double tick : xTicks.isEmpty() ? across.ticks() : xTicks) {
      double x = across.at(tick);
      svg.line(x, BOTTOM, x, BOTTOM + 5, "#666666");
      svg.text(x, BOTTOM + 20, "middle", Axis.label(tick));
    }
    svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "#666666");
    svg.line(LEFT, TOP, LEFT, BOTTOM, "#666666");
    svg.text((LEFT + RIGHT) / 2, BOTTOM + 44, "middle", xLabel);
    double middle = (TOP + BOTTOM) / 2;
    svg.text(18, middle, "middle", yLabel, "transform", "rotate(-90 18 " + middle + ")");
  }

  private static void curve(Svg svg, Curve curve, Marker marker, Axis across, Axis up) {
    if (!curve.band().isEmpty()) {
      svg.path(band(curve, across, up), null, "fill", curve.colour(), "fill-opacity", "0.15");
    }
    if (!curve.line().isEmpty()) {
      String path =
          curve.line().stream()
              .map(point -> at(across.at(point.x()), up.at(point.y())))
              .collect(Collectors.joining("L", "M", ""));
      svg.path(path, null, "fill", "none", "stroke", curve.colour(), "stroke-width", "1.6");
    }
    for (Curve.Point point : curve.points()) {
      String tip = curve.name() + ": " + Axis.label(point.x()) + ", " + Axis.label(point.y());
      svg.path(
          marker.at(across.at(point.x()), up.at(point.y())),
          tip,
          "fill",
          curve.colour(),
          "fill-opacity",
          "0.75");
    }
  }

  private static String band(Curve curve, Axis across, Axis up) {
    List<String> corners = new ArrayList<>();
    for (Curve.Range range : curve.band()) {
      corners.add(at(across.at(range.x()), up.at(range.high())));
    }
    for (int i = curve.band().size() - 1; i >= 0; i--) {
      Curve.Range range = curve.band().get(i);
      corners.add(at(across.at(range.x()), up.at(range.low())));
    }
    return "M" + String.join("L", corners) + "Z";
  }

  private static void legend(Svg svg, Curve curve, Marker marker, double y) {
    double x = RIGHT + 24;
    if (!curve.line().isEmpty()) {
      svg.line(x - 10, y, x + 10, y, curve.colour(), "stroke-width", "1.6");
    }
    if (!curve.points().isEmpty()) {
      svg.path(marker.at(x, y), null, "fill", curve.colour());
    }
    svg.text(x + 18, y + 4, "start", curve.name());
  }

  private static String at(double x, double y) {
    return Svg.number(x) + "," + Svg.number(y);
  }
}
