package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.stat.Interval;
import org.kiramr.bench.stat.LinearFit;
import org.kiramr.bench.stat.Samples;

/**
 * Marginal cost of an engine divided by another's, under the same conditions.
 *
 * @param key the series of the engine
 * @param against the other engine
 * @param wall of the wall time, over all runs, with Fieller's interval
 * @param cpu of the CPU time likewise
 * @param perRepeat of the wall time, of the runs of each repeat alone; empty if no session has both
 * @param median of these; NaN if there are none
 * @param smallest of these
 * @param largest of these
 * @param fixedSeconds the engine's fixed wall time less the other's
 * @param runs that were compared, of the engine that has fewer
 */
public record Ratio(
    SeriesKey key,
    String against,
    Interval wall,
    Interval cpu,
    List<Double> perRepeat,
    double median,
    double smallest,
    double largest,
    double fixedSeconds,
    int runs) {
  /** A line needs a run more than this for an interval. */
  private static final int FIT_BY_ANY_LINE = 2;

  public Ratio {
    perRepeat = List.copyOf(perRepeat);
  }

  /**
   * Compares two series by the runs of the sessions that have both: the machine of another session,
   * or the same one on another day, is no measure.
   *
   * @return nothing without such sessions, or if they give no lines
   */
  static Optional<Ratio> of(List<Runs.Taken> runs, List<Runs.Taken> others) {
    List<Runs.Taken> mine = ofSessionsOf(others, runs);
    List<Runs.Taken> theirs = ofSessionsOf(runs, others);
    if (mine.isEmpty()) {
      return Optional.empty();
    }
    SeriesAnalysis one = analysis(mine);
    SeriesAnalysis other = analysis(theirs);
    return one.wall() == null || other.wall() == null
        ? Optional.empty()
        : Optional.of(of(one, mine, other, theirs));
  }

  private static List<Runs.Taken> ofSessionsOf(List<Runs.Taken> others, List<Runs.Taken> runs) {
    Set<Integer> sessions = others.stream().map(Runs.Taken::session).collect(Collectors.toSet());
    return runs.stream().filter(taken -> sessions.contains(taken.session())).toList();
  }

  private static SeriesAnalysis analysis(List<Runs.Taken> runs) {
    Runs.Taken first = runs.get(0);
    return SeriesAnalysis.of(SeriesKey.of(first.dataSet(), first.run()), runs);
  }

  private static Ratio of(
      SeriesAnalysis one, List<Runs.Taken> runs, SeriesAnalysis other, List<Runs.Taken> others) {
    List<Double> paired = perRepeat(runs, others);
    return new Ratio(
        one.key(),
        other.key().engine(),
        one.wall().ratioTo(other.wall()),
        one.cpu().ratioTo(other.cpu()),
        paired,
        Samples.median(paired),
        paired.isEmpty() ? Double.NaN : Collections.min(paired),
        paired.isEmpty() ? Double.NaN : Collections.max(paired),
        one.wall().fixed().value() - other.wall().fixed().value(),
        Math.min(one.runs(), other.runs()));
  }

  /** Whether an interval could not be had however little the runs scatter. */
  boolean tooFewRuns() {
    return runs <= FIT_BY_ANY_LINE;
  }

  private static List<Double> perRepeat(List<Runs.Taken> runs, List<Runs.Taken> others) {
    Map<Turn, LinearFit> slopes = slopes(runs);
    Map<Turn, LinearFit> otherSlopes = slopes(others);
    List<Double> ratios = new ArrayList<>();
    slopes.forEach(
        (turn, fit) -> {
          LinearFit other = otherSlopes.get(turn);
          if (other != null) {
            ratios.add(fit.marginal().value() / other.marginal().value());
          }
        });
    return ratios;
  }

  private static Map<Turn, LinearFit> slopes(List<Runs.Taken> runs) {
    Map<Turn, List<EngineRun>> byTurn =
        runs.stream()
            .collect(
                Collectors.groupingBy(
                    taken -> new Turn(taken.session(), taken.run().repeat()),
                    TreeMap::new,
                    Collectors.mapping(Runs.Taken::run, Collectors.toList())));
    Map<Turn, LinearFit> slopes = new TreeMap<>();
    byTurn.forEach(
        (turn, same) -> {
          LinearFit fit = Runs.fit(same, EngineRun::wallSeconds);
          if (fit != null) {
            slopes.put(turn, fit);
          }
        });
    return slopes;
  }

  /** A repeat of a session. */
  private record Turn(int session, int repeat) implements Comparable<Turn> {
    @Override
    public int compareTo(Turn other) {
      int bySession = Integer.compare(session, other.session);
      return bySession != 0 ? bySession : Integer.compare(repeat, other.repeat);
    }
  }
}
