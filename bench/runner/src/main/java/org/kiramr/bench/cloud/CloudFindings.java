package org.kiramr.bench.cloud;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kiramr.bench.page.Numbers;

/** The simulation in sentences. */
final class CloudFindings {
  private static final List<String> FAMILIES = List.of("MapReduce", "Spark", "C,");

  private CloudFindings() {}

  static List<String> of(CloudAnalysis analysis) {
    List<String> sentences = new ArrayList<>();
    int least = analysis.rows().stream().mapToInt(CloudRow::cores).min().orElseThrow();
    int most = analysis.rows().stream().mapToInt(CloudRow::cores).max().orElseThrow();
    for (int cores : least == most ? new int[] {most} : new int[] {least, most}) {
      sentences.add("On " + cores + " cores: " + best(analysis, cores) + ".");
      automatic(analysis, cores).ifPresent(sentences::add);
      oneFile(analysis, cores).ifPresent(sentences::add);
    }
    double worst =
        analysis.validation().stream()
            .filter(check -> !check.seen())
            .mapToDouble(check -> Math.abs(check.error()))
            .max()
            .orElse(Double.NaN);
    if (!Double.isNaN(worst)) {
      sentences.add(
          "Of the real runs that it had not seen, the simulation missed none by more than "
              + Numbers.percent(worst)
              + ".");
    }
    return sentences;
  }

  private static String best(CloudAnalysis analysis, int cores) {
    List<String> parts = new ArrayList<>();
    for (String family : FAMILIES) {
      analysis.rows().stream()
          .filter(row -> row.cores() == cores && row.scenario().startsWith(family))
          .min(Comparator.comparingDouble(row -> row.seconds().value()))
          .map(
              row ->
                  row.scenario()
                      + " takes "
                      + Numbers.duration(row.seconds().value())
                      + " (limited by: "
                      + row.limit()
                      + ")")
          .ifPresent(parts::add);
    }
    return String.join("; ", parts);
  }

  /** What it costs to set no size. */
  private static Optional<String> automatic(CloudAnalysis analysis, int cores) {
    List<String> parts = new ArrayList<>();
    for (String engine : List.of("MapReduce", "Spark")) {
      List<CloudRow> packings =
          analysis.rows().stream()
              .filter(row -> row.cores() == cores && row.scenario().startsWith(engine + ","))
              .toList();
      packings.stream()
          .filter(row -> row.scenario().equals(engine + Scenario.AUTOMATIC))
          .mapToDouble(row -> row.seconds().value())
          .findFirst()
          .ifPresent(
              seconds -> {
                double best =
                    packings.stream().mapToDouble(row -> row.seconds().value()).min().orElseThrow();
                parts.add(engine + " " + Numbers.percent(seconds / best - 1));
              });
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Leaving the size of tasks to the program costs, beside the best size tried: "
                + String.join(", ", parts)
                + ".");
  }

  private static Optional<String> oneFile(CloudAnalysis analysis, int cores) {
    List<CloudRow> rows =
        analysis.rows().stream()
            .filter(row -> row.cores() == cores && row.scenario().startsWith("MapReduce"))
            .sorted(Comparator.comparingDouble(row -> row.seconds().value()))
            .toList();
    return rows.stream()
        .filter(row -> row.scenario().equals(Scenario.ONE_FILE))
        .findFirst()
        .map(
            row ->
                "One file in each map instead of the best packing takes "
                    + Numbers.ratio(row.seconds().value() / rows.get(0).seconds().value())
                    + " times as long there.");
  }
}
