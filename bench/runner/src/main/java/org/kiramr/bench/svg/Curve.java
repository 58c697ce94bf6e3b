package org.kiramr.bench.svg;

import java.util.List;

/**
 * One thing in a {@link LineChart}.
 *
 * @param name in the legend
 * @param colour as SVG writes it
 * @param points shown as marks
 * @param line shown as a line through its points
 * @param band an area around the line, as low and high y at the line's x; may be empty
 */
public record Curve(
    String name, String colour, List<Point> points, List<Point> line, List<Range> band) {

  public Curve {
    points = List.copyOf(points);
    line = List.copyOf(line);
    band = List.copyOf(band);
  }

  /** A mark, or a corner of a line. */
  public record Point(double x, double y) {}

  /** Two bounds at an x. */
  public record Range(double x, double low, double high) {}
}
