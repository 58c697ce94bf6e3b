package org.kiramr.jobs.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the nearest of many places, some of which have been taken out: a k-d tree. A search looks
 * at some log n of n places wherever these lie; a grid would look at all of a crowd. The places
 * have to differ. Not thread-safe.
 */
final class NearestPlaces {
  private final List<Place> places;

  /** Indexes of places; the middle of a range is the root of its tree, by x and y in turns. */
  private final int[] tree;

  /** Where a place is in the tree. */
  private final int[] position;

  /** Places left in the tree of which this one is the root, by position. */
  private final int[] left;

  private long distances;
  private int best;
  private double bestDistance;

  NearestPlaces(List<Place> places) {
    this.places = places;
    int n = places.size();
    this.tree = new int[n];
    this.position = new int[n];
    this.left = new int[n];
    Integer[] indexes = new Integer[n];
    Arrays.setAll(indexes, i -> i);
    build(indexes, 0, n, 0);
  }

  private void build(Integer[] indexes, int from, int to, int axis) {
    if (from < to) {
      Arrays.sort(
          indexes, from, to, Comparator.comparingDouble(index -> places.get(index).along(axis)));
      int middle = (from + to) >>> 1;
      tree[middle] = indexes[middle];
      position[indexes[middle]] = middle;
      left[middle] = to - from;
      build(indexes, from, middle, 1 - axis);
      build(indexes, middle + 1, to, 1 - axis);
    }
  }

  /**
   * The nearest place that is left, the first of several as near.
   *
   * @param radius how far it may be, pixels
   * @return its index; -1 if there is none
   */
  int nearest(Place place, double radius) {
    best = -1;
    bestDistance = radius;
    search(place, 0, tree.length, 0);
    return best;
  }

  private void search(Place place, int from, int to, int axis) {
    int middle = (from + to) >>> 1;
    if (from == to || left[middle] == 0) {
      return;
    }
    Place root = places.get(tree[middle]);
    if (isLeft(from, to)) {
      offer(tree[middle], root.distance(place));
    }
    double beyond = place.along(axis) - root.along(axis);
    boolean upper = beyond > 0;
    search(place, upper ? middle + 1 : from, upper ? to : middle, 1 - axis);
    if (Math.abs(beyond) <= bestDistance) {
      search(place, upper ? from : middle + 1, upper ? middle : to, 1 - axis);
    }
  }

  private void offer(int index, double distance) {
    distances++;
    boolean nearer = distance < bestDistance;
    if (nearer || (distance == bestDistance && (best < 0 || index < best))) {
      best = index;
      bestDistance = distance;
    }
  }

  /** Whether the root of the range itself is left, and not only places below it. */
  private boolean isLeft(int from, int to) {
    int middle = (from + to) >>> 1;
    return left[middle] > left(from, middle) + left(middle + 1, to);
  }

  private int left(int from, int to) {
    return from == to ? 0 : left[(from + to) >>> 1];
  }

  /** Takes a place out that is left. */
  void take(int index) {
    int from = 0;
    int to = tree.length;
    while (true) {
      int middle = (from + to) >>> 1;
      left[middle]--;
      if (position[index] == middle) {
        return;
      }
      if (position[index] < middle) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
  }

  /** Distances computed so far: what the searches cost. */
  long distances() {
    return distances;
  }
}
