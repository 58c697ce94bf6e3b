package org.kiramr.bench.svg;

import java.util.List;

/**
 * One row of a {@link BarChart}.
 *
 * @param name left of the bar
 * @param segments from left to right
 * @param low where the whisker begins; NaN for none
 * @param high where it ends
 * @param note right of the bar
 */
public record Bar(String name, List<Segment> segments, double low, double high, String note) {

  public Bar {
    segments = List.copyOf(segments);
  }

  /** A bar of one piece, with a whisker. */
  public static Bar of(
      String name, String colour, double length, double low, double high, String note) {
    return new Bar(name, List.of(new Segment("", length, colour)), low, high, note);
  }

  /** A bar of pieces. */
  public static Bar stacked(String name, List<Segment> segments, String note) {
    return new Bar(name, segments, Double.NaN, Double.NaN, note);
  }

  /** The right end of its last piece. */
  double length() {
    return segments.stream().mapToDouble(Segment::length).sum();
  }

  /** A piece of a bar. */
  public record Segment(String name, double length, String colour) {}
}
