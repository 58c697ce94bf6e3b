package org.kiramr.bench.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * A performance model: written down before a run, so that the measurement can prove it wrong.
 *
 * @param schema version of this format, {@value #SCHEMA}
 * @param written date, or date and time in UTC; ISO 8601
 * @param text what it rests on, in words
 * @param machine for which machine it is
 * @param engines by name
 */
public record PerformanceModel(
    int schema, String written, String text, String machine, Map<String, EngineModel> engines) {
  /** The version of this format. */
  public static final int SCHEMA = 1;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  public PerformanceModel {
    if (schema != SCHEMA) {
      throw new IllegalArgumentException("model of schema " + schema + ", not " + SCHEMA);
    }
    engines = Map.copyOf(engines);
  }

  /**
   * Whether it was surely written before that: of a day that is not over one cannot be sure.
   *
   * @throws IllegalArgumentException if the model's date is none
   */
  public boolean precedes(Instant moment) {
    return !latest(written).isAfter(moment);
  }

  /** The end of a day, or the moment itself. */
  private static Instant latest(String written) {
    try {
      return written.indexOf('T') < 0
          ? LocalDate.parse(written).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)
          : Instant.parse(written);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("written: " + e.getMessage(), e);
    }
  }

  /** Reads a model. */
  public static PerformanceModel read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), PerformanceModel.class);
  }

  /**
   * What a run should take.
   *
   * @param detections in all frames
   * @param megapixels of all frames
   * @return empty if the model knows nothing of the engine
   */
  public Optional<Forecast> predict(
      String engine, int frames, double detections, double megapixels, int cores) {
    return Optional.ofNullable(engines.get(engine))
        .map(known -> known.predict(frames, detections, megapixels, cores));
  }
}
