package org.kiramr.bench.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.stat.LinearFit;

/** Runs by series: those that count. */
public final class Runs {
  private Runs() {}

  /** A run and where it comes from. */
  public record Taken(int session, String dataSet, EngineRun run) {}

  /** The runs that count, in series. */
  public static Map<SeriesKey, List<Taken>> bySeries(List<Session> sessions) {
    Map<SeriesKey, List<Taken>> series = new TreeMap<>();
    for (int i = 0; i < sessions.size(); i++) {
      for (EngineRun run : sessions.get(i).runs()) {
        if (run.counts()) {
          SeriesKey key = SeriesKey.of(sessions.get(i).dataSet(), run);
          series
              .computeIfAbsent(key, unused -> new ArrayList<>())
              .add(new Taken(i, sessions.get(i).dataSet(), run));
        }
      }
    }
    return series;
  }

  /** When the first of the sessions began that have runs of a series. */
  static Map<SeriesKey, Instant> started(
      List<Session> sessions, Map<SeriesKey, List<Taken>> series) {
    Map<SeriesKey, Instant> started = new HashMap<>();
    series.forEach(
        (key, taken) ->
            taken.stream()
                .map(run -> Instant.parse(sessions.get(run.session()).started()))
                .min(Comparator.naturalOrder())
                .ifPresent(first -> started.put(key, first)));
    return started;
  }

  /** Runs by their number of frames. */
  public static SortedMap<Integer, List<EngineRun>> byFrames(List<Taken> runs) {
    SortedMap<Integer, List<EngineRun>> byFrames = new TreeMap<>();
    for (Taken taken : runs) {
      byFrames.computeIfAbsent(taken.run().frames(), unused -> new ArrayList<>()).add(taken.run());
    }
    return byFrames;
  }

  /** The line of a figure against the frames; null unless there are two numbers of frames. */
  public static LinearFit fit(List<EngineRun> runs, ToDoubleFunction<EngineRun> figure) {
    double[] frames = runs.stream().mapToDouble(EngineRun::frames).toArray();
    double[] values = runs.stream().mapToDouble(figure).toArray();
    return LinearFit.of(frames, values).orElse(null);
  }
}
