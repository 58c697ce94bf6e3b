package org.kiramr.bench.svg;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lying bars, in one piece or several, with whiskers. */
public final class BarChart {
  private static final double WIDTH = 860;
  private static final double LEFT = 210;
  private static final double RIGHT = 700;
  private static final double TOP = 14;
  private static final double ROW = 30;
  private static final double THICK = 18;
  private static final double LETTER = 7.2;
  private static final double LEGEND_MARGIN = 44;
  private static final double LEGEND_ROW = 22;

  private final String title;
  private final String label;

  /**
   * Makes the frame of a chart.
   *
   * @param title for readers who cannot see it
   * @param label of the lengths, with their unit
   */
  public BarChart(String title, String label) {
    this.title = title;
    this.label = label;
  }

  /** Draws it, first bar at the top. */
  public String draw(List<Bar> bars) {
    double largest = 0;
    Map<String, String> legend = new LinkedHashMap<>();
    for (Bar bar : bars) {
      largest = Math.max(largest, bar.length());
      largest = Double.isNaN(bar.high()) ? largest : Math.max(largest, bar.high());
      bar.segments().forEach(piece -> legend.putIfAbsent(piece.name(), piece.colour()));
    }
    legend.remove("");
    double bottom = TOP + bars.size() * ROW;
    double legendTop = bottom + 62;
    int longest = legend.keySet().stream().mapToInt(String::length).max().orElse(1);
    int columns = (int) Math.max(1, WIDTH / (longest * LETTER + LEGEND_MARGIN));
    int legendRows = (legend.size() + columns - 1) / columns;
    Axis axis = Axis.linear(0, largest, LEFT, RIGHT);
    Svg svg = new Svg(WIDTH, legendTop + legendRows * LEGEND_ROW, title);
    for (double tick : axis.ticks()) {
      svg.line(axis.at(tick), TOP, axis.at(tick), bottom, "#e4e4e4");
      svg.text(axis.at(tick), bottom + 18, "middle", Axis.label(tick));
    }
    svg.line(LEFT, bottom, RIGHT, bottom, "#666666");
    svg.text((LEFT + RIGHT) / 2, bottom + 42, "middle", label);
    for (int i = 0; i < bars.size(); i++) {
      bar(svg, axis, bars.get(i), TOP + i * ROW + (ROW - THICK) / 2);
    }
    legend(svg, legend, legendTop, columns);
    return svg.finish();
  }

  private static void bar(Svg svg, Axis axis, Bar bar, double y) {
    svg.text(LEFT - 10, y + THICK - 5, "end", bar.name());
    double start = 0;
    for (Bar.Segment piece : bar.segments()) {
      double end = start + piece.length();
      String what = piece.name().isEmpty() ? bar.name() : bar.name() + ", " + piece.name();
      svg.rect(
          axis.at(start),
          y,
          axis.at(end) - axis.at(start),
          THICK,
          piece.colour(),
          what + ": " + Axis.label(piece.length()));
      start = end;
    }
    double right = axis.at(start);
    if (!Double.isNaN(bar.low()) && !Double.isNaN(bar.high())) {
      double middle = y + THICK / 2;
      double low = axis.at(Math.max(0, bar.low()));
      right = Math.max(right, axis.at(bar.high()));
      svg.line(low, middle, axis.at(bar.high()), middle, "#000000");
      svg.line(low, middle - 5, low, middle + 5, "#000000");
      svg.line(axis.at(bar.high()), middle - 5, axis.at(bar.high()), middle + 5, "#000000");
    }
    svg.text(right + 8, y + THICK - 5, "start", bar.note());
  }

  private static void legend(Svg svg, Map<String, String> legend, double top, int columns) {
    int i = 0;
    for (Map.Entry<String, String> entry : legend.entrySet()) {
      double x = 20 + i % columns * (WIDTH / columns);
      int row = i / columns;
      double y = top + row * LEGEND_ROW;
      svg.rect(x, y - 10, 12, 12, entry.getValue(), null);
      svg.text(x + 18, y, "start", entry.getKey());
      i++;
    }
  }
}
