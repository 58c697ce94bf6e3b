package org.kiramr.jobs.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Pairs places: of all pairs within the radius the nearest goes first, then the nearest of what is
 * left. Holds one candidate for each place of A, its nearest in B; whoever finds his taken looks
 * again. Not thread-safe.
 */
final class NearestPairs {
  /** Takes a pair. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes a pair.
     *
     * @param a an index given with the places of A
     * @param b the same of B
     */
    void pair(int a, int b);
  }

  /** The nearest place in B of a row of A. */
  private record Candidate(int a, int place, double distance) {
    static final Comparator<Candidate> NEAREST_FIRST =
        Comparator.comparingDouble(Candidate::distance).thenComparingInt(Candidate::a);
  }

  private final double radius;
  private long distances;

  /**
   * @param radius pixels
   */
  NearestPairs(double radius) {
    this.radius = radius;
  }

  /**
   * Pairs.
   *
   * @param a places by index, in order; of several pairs as near the first goes first
   * @param b places by index, in order
   */
  void pair(Map<Integer, Place> a, Map<Integer, Place> b, Sink sink) {
    // a catalogue can hold one place several times: of images that are copies, for instance
    Map<Place, Deque<Integer>> byPlace = new LinkedHashMap<>();
    b.forEach(
        (index, place) -> {
          if (place.isThere()) {
            byPlace.computeIfAbsent(place, key -> new ArrayDeque<>(1)).add(index);
          }
        });
    List<Place> places = new ArrayList<>(byPlace.keySet());
    NearestPlaces left = new NearestPlaces(places);
    PriorityQueue<Candidate> candidates = new PriorityQueue<>(Candidate.NEAREST_FIRST);
    a.forEach((index, place) -> look(index, place, places, left, candidates));
    while (!candidates.isEmpty()) {
      Candidate nearest = candidates.remove();
      Deque<Integer> there = byPlace.get(places.get(nearest.place));
      if (there.isEmpty()) {
        look(nearest.a, a.get(nearest.a), places, left, candidates);
        continue;
      }
      sink.pair(nearest.a, there.remove());
      if (there.isEmpty()) {
        left.take(nearest.place);
      }
    }
    distances += left.distances();
  }

  private void look(
      int index,
      Place place,
      List<Place> places,
      NearestPlaces left,
      PriorityQueue<Candidate> candidates) {
    int nearest = place.isThere() ? left.nearest(place, radius) : -1;
    if (nearest >= 0) {
      candidates.add(new Candidate(index, nearest, places.get(nearest).distance(place)));
    }
  }

  /** Distances computed so far: what pairing costs. */
  long distances() {
    return distances;
  }
}
