package org.kiramr.bench.emr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What EMR says of a step, in the answer of {@code aws emr list-steps}.
 *
 * @param state for instance COMPLETED or FAILED
 * @param reason why it failed, in EMR's words; empty if it gives none
 * @param started null if it never was
 * @param ended null if it has not
 * @param command the jar and its arguments
 */
record EmrStep(String state, String reason, Instant started, Instant ended, List<String> command) {
  private static final String COMPLETED = "COMPLETED";
  private static final double NANOS = 1e9;

  EmrStep {
    command = List.copyOf(command);
  }

  boolean isComplete() {
    return state.equals(COMPLETED) && started != null && ended != null;
  }

  /** From the start to the end of the step's process on the primary node. */
  double seconds() {
    return Duration.between(started, ended).toNanos() / NANOS;
  }

  /**
   * Reads an answer.
   *
   * @return the steps by name
   * @throws IOException if it is not there, or not such an answer
   */
  static Map<String, EmrStep> read(Path file) throws IOException {
    Map<String, EmrStep> steps = new HashMap<>();
    for (JsonNode step : new ObjectMapper().readTree(file.toFile()).path("Steps")) {
      try {
        steps.put(step.path("Name").asText(), parse(step));
      } catch (DateTimeException e) {
        throw new IOException(file + ": " + e.getMessage(), e);
      }
    }
    if (steps.isEmpty()) {
      throw new IOException(file + ": no steps in it");
    }
    return steps;
  }

  private static EmrStep parse(JsonNode step) {
    List<String> command = new ArrayList<>();
    command.add(step.path("Config").path("Jar").asText());
    step.path("Config").path("Args").forEach(word -> command.add(word.asText()));
    JsonNode status = step.path("Status");
    JsonNode timeline = status.path("Timeline");
    return new EmrStep(
        status.path("State").asText(),
        status.path("FailureDetails").path("Reason").asText(),
        time(timeline.path("StartDateTime")),
        time(timeline.path("EndDateTime")),
        command);
  }

  /** Version 1 of the command line writes seconds since 1970, version 2 ISO 8601. */
  private static Instant time(JsonNode time) {
    if (time.isNumber()) {
      return Instant.ofEpochMilli(Math.round(1000 * time.asDouble()));
    }
    return time.isTextual() ? OffsetDateTime.parse(time.asText()).toInstant() : null;
  }
}
