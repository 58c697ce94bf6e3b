package org.kiramr.jobs.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs the detections of a frame by nearest position: of all pairs within the radius the nearest
 * goes first, then the nearest of what is left; rows of images of the same name go before others.
 * Holds the rows of both frames in memory.
 */
final class PositionPairing implements Pairing {
  private static final String X = "x";
  private static final String Y = "y";

  private record Cell(long x, long y) {}

  private record Point(double x, double y, String image) {
    boolean isPlace() {
      return Double.isFinite(x) && Double.isFinite(y);
    }
  }

  /** Indexes of rows, and how far apart they are. */
  private record Candidate(int a, int b, double distance, boolean sameImage) {
    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparing(Candidate::sameImage)
            .reversed()
            .thenComparingDouble(Candidate::distance)
            .thenComparingInt(Candidate::a)
            .thenComparingInt(Candidate::b);
  }

  private final double radius;
  private final int[] columnsOfA;
  private final int[] columnsOfB;

  /**
   * @param radius pixels
   */
  PositionPairing(double radius, RowLayout a, RowLayout b) {
    this.radius = radius;
    this.columnsOfA = new int[] {a.indexOf(X), a.indexOf(Y)};
    this.columnsOfB = new int[] {b.indexOf(X), b.indexOf(Y)};
  }

  @Override
  public void pair(List<Row> a, List<Row> b, PairSink sink) {
    boolean[] usedA = new boolean[a.size()];
    boolean[] usedB = new boolean[b.size()];
    List<Candidate> candidates = candidates(points(a, columnsOfA), points(b, columnsOfB));
    candidates.sort(Candidate.BEST_FIRST);
    for (Candidate candidate : candidates) {
      if (!usedA[candidate.a] && !usedB[candidate.b]) {
        usedA[candidate.a] = true;
        usedB[candidate.b] = true;
        sink.both(a.get(candidate.a), b.get(candidate.b));
      }
    }
    rest(Side.A, a, usedA, sink);
    rest(Side.B, b, usedB, sink);
  }

  private List<Candidate> candidates(List<Point> a, List<Point> b) {
    Map<Cell, List<Integer>> grid = new HashMap<>();
    for (int i = 0; i < b.size(); i++) {
      if (b.get(i).isPlace()) {
        grid.computeIfAbsent(cell(b.get(i), 0, 0), cell -> new ArrayList<>()).add(i);
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      Point point = a.get(i);
      for (int near = 0; near < 9 && point.isPlace(); near++) {
        for (int j : grid.getOrDefault(cell(point, near % 3 - 1, near / 3 - 1), List.of())) {
          Point other = b.get(j);
          double distance = Math.hypot(point.x - other.x, point.y - other.y);
          if (distance <= radius) {
            candidates.add(new Candidate(i, j, distance, point.image.equals(other.image)));
          }
        }
      }
    }
    return candidates;
  }

  /** Cells are a radius wide: what is near enough is in this one or the next. */
  private Cell cell(Point point, int dx, int dy) {
    return new Cell(
        (long) Math.floor(point.x / radius) + dx, (long) Math.floor(point.y / radius) + dy);
  }

  private static List<Point> points(List<Row> rows, int[] columns) {
    List<Point> points = new ArrayList<>(rows.size());
    for (Row row : rows) {
      points.add(
          new Point(
              ColumnComparator.number(row.value(columns[0])),
              ColumnComparator.number(row.value(columns[1])),
              row.id().image()));
    }
    return points;
  }

  private static void rest(Side side, List<Row> rows, boolean[] used, PairSink sink) {
    for (int i = 0; i < used.length; i++) {
      if (!used[i]) {
        sink.only(side, rows.get(i));
      }
    }
  }
}
