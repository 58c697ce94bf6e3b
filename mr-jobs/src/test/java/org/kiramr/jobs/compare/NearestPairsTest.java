package org.kiramr.jobs.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The same pairs as if all were looked at, by far fewer looks. */
class NearestPairsTest {
  private static final double RADIUS = 1.5;
  private final Random random = new Random(4);

  @Test
  void thePairsAreThoseOfAllCandidatesSorted() {
    for (int round = 0; round < 200; round++) {
      // coarse places, so that several are the same, and several pairs as near
      Map<Integer, Place> a = places(40, 12, 0.5);
      Map<Integer, Place> b = places(50, 12, 0.25);

      double all = distances(a, b, everyCandidateSorted(a, b));
      List<int[]> pairs = pairs(a, b);

      assertThat(pairs).hasSameSizeAs(everyCandidateSorted(a, b));
      assertThat(distances(a, b, pairs)).isEqualTo(all);
    }
  }

  @Test
  void eachPlaceIsPairedOnce() {
    List<int[]> pairs = pairs(places(500, 20, 0), places(500, 20, 0));

    Set<Integer> a = new HashSet<>();
    Set<Integer> b = new HashSet<>();
    pairs.forEach(pair -> assertThat(a.add(pair[0]) && b.add(pair[1])).isTrue());
    assertThat(pairs).hasSizeGreaterThan(400);
  }

  @Test
  void manyImagesOfTheSameSkyCostLittleMoreThanOne() {
    // 200 images of 100 stars, each seen with an error: 4,000,000 candidates
    int images = 200;
    int stars = 100;
    Map<Integer, Place> a = images(images, stars);
    Map<Integer, Place> b = images(images, stars);

    NearestPairs nearest = new NearestPairs(RADIUS);
    int[] count = {0};
    nearest.pair(a, b, (one, other) -> count[0]++);

    assertThat(count[0]).isEqualTo(images * stars);
    assertThat(nearest.distances()).isLessThan(100L * images * stars);
  }

  @Test
  void copiesOfAnImageCostAsMuchAsOneEach() {
    Map<Integer, Place> stars = images(1, 100);
    Map<Integer, Place> copies = new LinkedHashMap<>();
    for (int i = 0; i < 200 * 100; i++) {
      copies.put(i, stars.get(i % 100));
    }
    NearestPairs nearest = new NearestPairs(RADIUS);
    nearest.pair(copies, copies, (a, b) -> assertThat(a).isEqualTo(b));

    assertThat(nearest.distances()).isLessThan(20L * copies.size());
  }

  private Map<Integer, Place> images(int images, int stars) {
    Map<Integer, Place> places = new LinkedHashMap<>();
    for (int i = 0; i < images * stars; i++) {
      int star = i % stars;
      double x = 100 * (star % 10) + 0.1 * random.nextGaussian();
      places.put(i, new Place(x, 100 * (star / 10) + 0.1 * random.nextGaussian()));
    }
    return places;
  }

  /**
   * @param step places are multiples of it; 0 for any
   */
  private Map<Integer, Place> places(int count, double side, double step) {
    Map<Integer, Place> places = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      places.put(i, new Place(place(side, step), place(side, step)));
    }
    return places;
  }

  private double place(double side, double step) {
    double value = side * random.nextDouble();
    return step == 0 ? value : step * Math.rint(value / step);
  }

  private static List<int[]> pairs(Map<Integer, Place> a, Map<Integer, Place> b) {
    List<int[]> pairs = new ArrayList<>();
    new NearestPairs(RADIUS).pair(a, b, (one, other) -> pairs.add(new int[] {one, other}));
    return pairs;
  }

  private static List<int[]> everyCandidateSorted(Map<Integer, Place> a, Map<Integer, Place> b) {
    List<int[]> candidates = new ArrayList<>();
    a.forEach(
        (i, one) ->
            b.forEach(
                (j, other) -> {
                  if (one.distance(other) <= RADIUS) {
                    candidates.add(new int[] {i, j});
                  }
                }));
    candidates.sort(
        Comparator.comparingDouble((int[] pair) -> a.get(pair[0]).distance(b.get(pair[1])))
            .thenComparingInt(pair -> pair[0])
            .thenComparingInt(pair -> pair[1]));
    Set<Integer> usedA = new HashSet<>();
    Set<Integer> usedB = new HashSet<>();
    return candidates.stream()
        .filter(pair -> !usedA.contains(pair[0]) && !usedB.contains(pair[1]))
        .peek(
            pair -> {
              usedA.add(pair[0]);
              usedB.add(pair[1]);
            })
        .toList();
  }

  private static double distances(Map<Integer, Place> a, Map<Integer, Place> b, List<int[]> pairs) {
    return pairs.stream().mapToDouble(pair -> a.get(pair[0]).distance(b.get(pair[1]))).sum();
  }
}
