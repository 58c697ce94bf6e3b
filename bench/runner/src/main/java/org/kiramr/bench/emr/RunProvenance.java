package org.kiramr.bench.emr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.kiramr.bench.record.Stage;

/** What an engine says of its run in {@code _provenance.json}. Immutable. */
final class RunProvenance {
  /** Name of the file in an output. */
  static final String FILE = "_provenance.json";

  private static final double MS = 1e-3;

  private final JsonNode root;

  private RunProvenance(JsonNode root) {
    this.root = root;
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it is not there, or lacks what every output has
   */
  static RunProvenance read(Path file) throws IOException {
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    for (String required : new String[] {"/counters/FRAMES_EXTRACTED", "/digests/catalog"}) {
      if (root.at(required).isMissingNode()) {
        throw new IOException(file + ": no " + required);
      }
    }
    return new RunProvenance(root);
  }

  /** A counter of the group {@code Kira}; 0 if the engine does not have it. */
  long counter(String name) {
    return root.path("counters").path(name).asLong();
  }

  /** Size of the frames as stored, bytes. */
  long inputBytes() {
    return root.path("inputs").path("bytes").asLong();
  }

  /** SHA-256 of the catalogue: of the digests of all fields. */
  String catalogSha256() {
    return root.path("digests").path("catalog").asText();
  }

  /** Versions by name. */
  Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    root.path("versions")
        .fields()
        .forEachRemaining(
            version -> {
              JsonNode value = version.getValue();
              // what the tasks loaded: a list, of one if all is well
              versions.put(version.getKey(), value.isTextual() ? value.asText() : value.toString());
            });
    return versions;
  }

  /**
   * Stage times, from the counters that are named like stages; the launch is what is left of the
   * run's time outside of the job.
   *
   * @param wallSeconds of the run
   */
  Map<Stage, Double> stageSeconds(double wallSeconds) {
    Map<Stage, Double> stages = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      JsonNode counter = root.path("counters").path(stage.name());
      if (counter.isNumber()) {
        stages.put(stage, MS * counter.asLong());
      }
    }
    JsonNode started = root.path("started");
    JsonNode ended = root.path("ended");
    if (started.isTextual() && ended.isTextual()) {
      Duration job =
          Duration.between(Instant.parse(started.asText()), Instant.parse(ended.asText()));
      stages.putIfAbsent(Stage.LAUNCH, Math.max(0, wallSeconds - MS * job.toMillis()));
    }
    return stages;
  }
}
