package org.kiramr.bench.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiramr.bench.record.Stage;

/** Finds an engine's stage times in what it leaves behind. */
public final class StageTimes {
  private static final Map<String, Stage> WORDS =
      Map.of(
          "read", Stage.READ,
          "background", Stage.BACKGROUND,
          "extract", Stage.EXTRACT,
          "photometry", Stage.PHOTOMETRY,
          "sky", Stage.SKY,
          "write", Stage.WRITE,
          "merge", Stage.SHUFFLE);
  private static final Pattern TIME =
      Pattern.compile("\\b(read|background|extract|photometry|sky|write|merge|wall) ([0-9.]+) ms");
  private static final double MS = 1e-3;

  private StageTimes() {}

  /**
   * From lines such as {@code read 8.7 ms, background 11.0 ms; wall 42.0 ms}, summed over all
   * processes that wrote them. What the wall clock of a single process leaves of ours is its
   * launch.
   */
  static Map<Stage, Double> ofLog(String log, double wallSeconds) {
    Map<Stage, Double> stages = new EnumMap<>(Stage.class);
    int walls = 0;
    double wall = 0;
    Matcher matcher = TIME.matcher(log);
    while (matcher.find()) {
      double seconds = Double.parseDouble(matcher.group(2)) * MS;
      Stage stage = WORDS.get(matcher.group(1));
      if (stage != null) {
        stages.merge(stage, seconds, Double::sum);
      } else {
        walls++;
        wall = seconds;
      }
    }
    if (walls == 1) {
      stages.put(Stage.LAUNCH, Math.max(0, wallSeconds - wall));
    }
    return stages;
  }

  /**
   * From {@code _provenance.json}: counters of the stages' names in ms, and the time outside of the
   * span from {@code started} to {@code ended}, which is the launch of the client; what launching
   * tasks takes within the span is not told apart.
   */
  public static Map<Stage, Double> ofProvenance(JsonNode provenance, double wallSeconds) {
    Map<Stage, Double> stages = new EnumMap<>(Stage.class);
    JsonNode counters = provenance.path("counters");
    for (Stage stage : Stage.values()) {
      JsonNode counter = counters.path(stage.name());
      if (counter.isNumber()) {
        stages.put(stage, counter.asLong() * MS);
      }
    }
    JsonNode started = provenance.path("started");
    JsonNode ended = provenance.path("ended");
    if (started.isTextual() && ended.isTextual()) {
      Duration span =
          Duration.between(Instant.parse(started.asText()), Instant.parse(ended.asText()));
      stages.putIfAbsent(Stage.LAUNCH, Math.max(0, wallSeconds - span.toMillis() * MS));
    }
    return stages;
  }
}
