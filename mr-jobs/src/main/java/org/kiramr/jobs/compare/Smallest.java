package org.kiramr.jobs.compare;

import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/** The smallest few of many. Not thread-safe. */
final class Smallest<T extends Comparable<? super T>> {
  private final int most;
  private final PriorityQueue<T> largestFirst = new PriorityQueue<>(Collections.reverseOrder());

  Smallest(int most) {
    this.most = most;
  }

  void add(T one) {
    largestFirst.add(one);
    if (largestFirst.size() > most) {
      largestFirst.remove();
    }
  }

  /** In ascending order. */
  List<T> list() {
    return largestFirst.stream().sorted().toList();
  }
}
