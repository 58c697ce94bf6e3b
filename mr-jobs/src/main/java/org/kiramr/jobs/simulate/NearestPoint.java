package org.kiramr.jobs.simulate;

import java.util.Arrays;
import java.util.Comparator;

/** Finds the point nearest to a place. Immutable and thread-safe. */
final class NearestPoint {
  private final double[] x;
  private final double[] y;
  private final int[] byY;

  NearestPoint(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    Integer[] order = new Integer[x.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> y[i]));
    this.byY = Arrays.stream(order).mapToInt(i -> i).toArray();
  }

  /** The index of the nearest point not farther than a distance; -1 if there is none. */
  int find(double atX, double atY, double distance) {
    int nearest = -1;
    double least = distance * distance;
    for (int k = firstFrom(atY - distance); k < byY.length; k++) {
      int i = byY[k];
      double dx = x[i] - atX;
      double dy = y[i] - atY;
      if (dy > distance) {
        break;
      }
      if (dx * dx + dy * dy <= least) {
        least = dx * dx + dy * dy;
        nearest = i;
      }
    }
    return nearest;
  }

  private int firstFrom(double atY) {
    int low = 0;
    int high = byY.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (y[byY[middle]] < atY) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
