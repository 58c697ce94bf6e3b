package org.kiramr.sep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Detections as text that keeps every bit, to compare extractions. */
final class Rows {
  private Rows() {}

  static String of(Detections d) {
    return columns(d).stream()
        .map(
            column ->
                Arrays.stream(column)
                    .mapToObj(Double::toHexString)
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }

  /**
   * Every column but the errors of positions, which depend on the noise; widened, which loses
   * nothing.
   */
  private static List<double[]> columns(Detections d) {
    List<double[]> columns = new ArrayList<>();
    for (float[] column :
        List.of(
            d.thresh(),
            d.a(),
            d.b(),
            d.theta(),
            d.cxx(),
            d.cyy(),
            d.cxy(),
            d.cflux(),
            d.flux(),
            d.cpeak(),
            d.peak())) {
      columns.add(TestImages.widen(column));
    }
    for (int[] column :
        List.of(
            d.npix(),
            d.tnpix(),
            d.xmin(),
            d.xmax(),
            d.ymin(),
            d.ymax(),
            d.xcpeak(),
            d.ycpeak(),
            d.xpeak(),
            d.ypeak())) {
      columns.add(Arrays.stream(column).asDoubleStream().toArray());
    }
    columns.addAll(List.of(d.x(), d.y(), d.x2(), d.y2(), d.xy()));
    columns.add(IntStream.range(0, d.size()).mapToDouble(i -> d.flag()[i]).toArray());
    return columns;
  }
}
