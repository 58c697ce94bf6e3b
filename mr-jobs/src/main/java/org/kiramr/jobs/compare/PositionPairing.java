package org.kiramr.jobs.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs the detections of a frame by {@linkplain NearestPairs nearest position}. Where several
 * images share field, band, HDU and plane, those of the same name are paired first, one after the
 * other, and then what is left of all of them. Holds the text of the rows of both catalogues in
 * memory.
 */
final class PositionPairing implements Pairing {
  private static final String X = "x";
  private static final String Y = "y";

  private final NearestPairs nearest;
  private final int[] columnsOfA;
  private final int[] columnsOfB;

  /**
   * @param radius pixels
   */
  PositionPairing(double radius, RowLayout a, RowLayout b) {
    this.nearest = new NearestPairs(radius);
    this.columnsOfA = new int[] {a.indexOf(X), a.indexOf(Y)};
    this.columnsOfB = new int[] {b.indexOf(X), b.indexOf(Y)};
  }

  @Override
  public void pair(List<Row> a, List<Row> b, PairSink sink) {
    Map<String, Map<Integer, Place>> imagesOfA = images(a, columnsOfA);
    Map<String, Map<Integer, Place>> imagesOfB = images(b, columnsOfB);
    Map<Integer, Place> leftOfA = new LinkedHashMap<>();
    imagesOfA.forEach(
        (image, places) -> {
          Map<Integer, Place> others = imagesOfB.get(image);
          if (others != null) {
            pair(places, others, a, b, sink);
          }
          leftOfA.putAll(places);
        });
    Map<Integer, Place> leftOfB = new LinkedHashMap<>();
    imagesOfB.values().forEach(leftOfB::putAll);
    pair(leftOfA, leftOfB, a, b, sink);
    leftOfA.keySet().forEach(index -> sink.only(Side.A, a.get(index)));
    leftOfB.keySet().forEach(index -> sink.only(Side.B, b.get(index)));
  }

  /** Takes out of both what it pairs. */
  private void pair(
      Map<Integer, Place> placesOfA,
      Map<Integer, Place> placesOfB,
      List<Row> a,
      List<Row> b,
      PairSink sink) {
    nearest.pair(
        placesOfA,
        placesOfB,
        (indexOfA, indexOfB) -> {
          placesOfA.remove(indexOfA);
          placesOfB.remove(indexOfB);
          Row one = a.get(indexOfA);
          Row other = b.get(indexOfB);
          sink.both(one, other);
          one.release();
          other.release();
        });
  }

  /** The places of an image's rows by their indexes, in order. */
  private static Map<String, Map<Integer, Place>> images(List<Row> rows, int[] columns) {
    Map<String, Map<Integer, Place>> images = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Place place =
          new Place(
              ColumnComparator.number(row.value(columns[0])),
              ColumnComparator.number(row.value(columns[1])));
      images.computeIfAbsent(row.id().image(), image -> new LinkedHashMap<>()).put(i, place);
      row.release();
    }
    return images;
  }
}
