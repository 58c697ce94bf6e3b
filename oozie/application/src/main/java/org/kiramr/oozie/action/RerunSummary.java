package org.kiramr.oozie.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;

/**
 * What the report of a rerun says in short.
 *
 * @param started when, to the second
 * @param seconds how long it took
 * @param verdict reproduced, within-tolerance, different or inputs-changed
 * @param sentence the verdict with what differs
 * @param provenance the record of the run that was repeated
 * @param sha256Before of the whole catalogue, as recorded
 * @param sha256After now; null if there is no catalogue since every input is missing
 * @param changes the versions that are not as recorded, each {@code name: before -> after}
 */
record RerunSummary(
    Instant started,
    String seconds,
    String verdict,
    String sentence,
    String provenance,
    String sha256Before,
    String sha256After,
    List<String> changes) {
  /** The report's name in the output. */
  static final String FILE = "_rerun.json";

  /** A version that was not there, before or now. */
  private static final String NONE = "none";

  RerunSummary {
    changes = List.copyOf(changes);
  }

  /**
   * Reads the report in an output.
   *
   * @throws IOException if it is not there, or lacks something
   */
  static RerunSummary of(Store store, Path output) throws IOException {
    JsonFile json = JsonFile.read(store, new Path(output, FILE));
    return new RerunSummary(
        Instant.parse(json.text("/started")).truncatedTo(ChronoUnit.SECONDS),
        json.text("/seconds"),
        json.text("/verdict"),
        json.text("/sentence"),
        json.text("/provenance"),
        json.text("/digest/before"),
        json.text("/digest/after"),
        changes(json.node("/versions")));
  }

  private static List<String> changes(JsonNode versions) {
    List<String> changes = new ArrayList<>();
    for (JsonNode version : versions) {
      changes.add(
          "%s: %s -> %s"
              .formatted(
                  version.path("name").asText(),
                  version.path("before").asText(NONE),
                  version.path("after").asText(NONE)));
    }
    return changes;
  }
}
