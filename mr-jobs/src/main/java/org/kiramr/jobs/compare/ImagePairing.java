package org.kiramr.jobs.compare;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Pairs frames of the same field, band, HDU and plane: those of images of the same name first, then
 * the others in the order of their names.
 */
final class ImagePairing implements Pairing {
  private final IdentityPairing others = new IdentityPairing();

  @Override
  public void pair(List<Row> a, List<Row> b, PairSink sink) {
    List<Row> left = new ArrayList<>();
    for (Row row : a) {
      Row partner = takeImage(row.id().image(), b);
      if (partner == null) {
        left.add(row);
      } else {
        sink.both(row, partner);
      }
    }
    others.pair(left, b, sink);
  }

  private static Row takeImage(String image, List<Row> rows) {
    for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
      Row row = each.next();
      if (row.id().image().equals(image)) {
        each.remove();
        return row;
      }
    }
    return null;
  }
}
