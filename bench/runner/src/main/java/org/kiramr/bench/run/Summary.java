package org.kiramr.bench.run;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.stat.Samples;

/** The end of a session on the terminal: medians of the runs that count. */
final class Summary {
  private record Kind(int cores, int frames, String engine) {}

  private Summary() {}

  static void print(Session session, PrintStream out) {
    var kinds =
        session.runs().stream()
            .collect(
                Collectors.groupingBy(
                    run -> new Kind(run.cores(), run.frames(), run.engine()),
                    () ->
                        new TreeMap<>(
                            java.util.Comparator.comparingInt(Kind::cores)
                                .thenComparingInt(Kind::frames)
                                .thenComparing(Kind::engine)),
                    Collectors.toList()));
    out.printf(
        "%n%-24s %5s %6s %4s %5s %9s %9s%n",
        "engine", "cores", "frames", "runs", "void", "wall s", "CPU s");
    kinds.forEach(
        (kind, runs) -> {
          List<EngineRun> counting = runs.stream().filter(EngineRun::counts).toList();
          out.printf(
              Locale.ROOT,
              "%-24s %5d %6d %4d %5d %9s %9s%n",
              kind.engine,
              kind.cores,
              kind.frames,
              runs.size(),
              runs.size() - counting.size(),
              median(counting.stream().map(EngineRun::wallSeconds).toList()),
              median(counting.stream().map(EngineRun::cpuSeconds).toList()));
        });
  }

  private static String median(List<Double> values) {
    if (values.isEmpty()) {
      return "-";
    }
    return String.format(Locale.ROOT, "%.2f", Samples.median(values));
  }
}
