package org.kiramr.bench.emr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.kiramr.bench.engine.StageTimes;
import org.kiramr.bench.record.Stage;

/** What an engine says of its run in {@code _provenance.json}. Immutable. */
final class RunProvenance {
  /** Name of the file in an output. */
  static final String FILE = "_provenance.json";

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
   * Stage times.
   *
   * @param wallSeconds of the run
   */
  Map<Stage, Double> stageSeconds(double wallSeconds) {
    return StageTimes.ofProvenance(root, wallSeconds);
  }
}
