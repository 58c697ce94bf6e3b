package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiramr.bench.stat.Samples;

/**
 * Whole runs of two engines with one number of frames, in pairs: of the same session and repeat, so
 * that the machine was the same for both.
 *
 * @param frames number of frames
 * @param seconds median wall time of the engine's runs
 * @param otherSeconds of its opponent's
 * @param pairs how many
 * @param slower pairs in which the engine took longer
 * @param faster pairs in which its opponent did
 */
public record WholeRuns(
    int frames, double seconds, double otherSeconds, int pairs, int slower, int faster) {

  /** By number of frames, rising; those that have a pair. */
  static List<WholeRuns> of(List<Runs.Taken> runs, List<Runs.Taken> others) {
    Map<Place, Double> times = times(runs);
    Map<Place, Double> otherTimes = times(others);
    Map<Integer, List<double[]>> pairs = new TreeMap<>();
    times.forEach(
        (place, seconds) -> {
          Double other = otherTimes.get(place);
          if (other != null) {
            pairs
                .computeIfAbsent(place.frames(), unused -> new ArrayList<>())
                .add(new double[] {seconds, other});
          }
        });
    List<WholeRuns> whole = new ArrayList<>();
    pairs.forEach((frames, same) -> whole.add(of(frames, same)));
    return whole;
  }

  private static WholeRuns of(int frames, List<double[]> pairs) {
    return new WholeRuns(
        frames,
        Samples.median(pairs.stream().map(pair -> pair[0]).toList()),
        Samples.median(pairs.stream().map(pair -> pair[1]).toList()),
        pairs.size(),
        (int) pairs.stream().filter(pair -> pair[0] > pair[1]).count(),
        (int) pairs.stream().filter(pair -> pair[0] < pair[1]).count());
  }

  /** A session has one run of a series in each place. */
  private static Map<Place, Double> times(List<Runs.Taken> runs) {
    Map<Place, Double> times = new LinkedHashMap<>();
    for (Runs.Taken taken : runs) {
      times.putIfAbsent(
          new Place(taken.session(), taken.run().repeat(), taken.run().frames()),
          taken.run().wallSeconds());
    }
    return times;
  }

  private record Place(int session, int repeat, int frames) {}
}
