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
 * @param own line of the engine's wall time, s, through the runs that were compared
 * @param opponent the other engine's likewise
 * @param wall of the wall time, over all runs, with Fieller's interval
 * @param cpu of the CPU time likewise
 * @param perRepeat of the wall time, of the runs of each repeat alone; empty if no session has both
 * @param median of these; NaN if there are none
 * @param smallest of these
 * @param largest of these
 * @param fixedSeconds the engine's fixed wall time less the other's
 * @param whole runs beside runs, by number of frames
 * @param stages in which they differ
 * @param runs that were compared, of the engine that has fewer
 */
public record Ratio(
    SeriesKey key,
    String against,
    LinearFit own,
    LinearFit opponent,
    Interval wall,
    Interval cpu,
    List<Double> perRepeat,
    double median,
    double smallest,
    double largest,
    Interval fixedSeconds,
    List<WholeRuns> whole,
    List<StageDifference> stages,
    int runs) {
  /** A line needs a run more than this for an interval. */
  private static final int FIT_BY_ANY_LINE = 2;

  public Ratio {
    perRepeat = List.copyOf(perRepeat);
    whole = List.copyOf(whole);
    stages = List.copyOf(stages);
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
        one.wall(),
        other.wall(),
        one.wall().ratioTo(other.wall()),
        one.cpu().ratioTo(other.cpu()),
        paired,
        Samples.median(paired),
        paired.isEmpty() ? Double.NaN : Collections.min(paired),
        paired.isEmpty() ? Double.NaN : Collections.max(paired),
        difference(one.wall().fixed(), other.wall().fixed()),
        WholeRuns.of(runs, others),
        StageDifference.between(one, other),
        Math.min(one.runs(), other.runs()));
  }

  /** Whether an interval could not be had however little the runs scatter. */
  boolean tooFewRuns() {
    return runs <= FIT_BY_ANY_LINE;
  }

  /**
   * One less another, with the interval that follows from theirs for independent errors (G. Y. Zou
   * and A. Donner 2008, Stat. Med. 27, 1693).
   */
  private static Interval difference(Interval one, Interval other) {
    double value = one.value() - other.value();
    if (!one.bounded() || !other.bounded()) {
      return Interval.unbounded(value);
    }
    double below = Math.hypot(one.value() - one.low(), other.high() - other.value());
    double above = Math.hypot(one.high() - one.value(), other.value() - other.low());
    return new Interval(value, value - below, value + above);
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
