package org.kiramr.oozie.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;

/**
 * What the provenance of an extraction says in short.
 *
 * @param ended when, to the second
 * @param seconds how long it took
 * @param job the MapReduce job's id
 * @param frames extracted
 * @param framesRejected frames that were not
 * @param filesRejected files of which no frame could be read
 * @param detections rows of the catalogue
 * @param fields of the catalogue
 * @param sha256 of the digests of all fields
 * @param versions of what made it, each {@code name=version}
 */
record ExtractSummary(
    Instant ended,
    double seconds,
    String job,
    long frames,
    long framesRejected,
    long filesRejected,
    long detections,
    long fields,
    String sha256,
    List<String> versions) {
  private static final String PROVENANCE = "_provenance.json";

  ExtractSummary {
    versions = List.copyOf(versions);
  }

  /**
   * Reads the provenance of an output.
   *
   * @throws IOException if it is not there, or lacks something
   */
  static ExtractSummary of(Store store, Path output) throws IOException {
    JsonFile json = JsonFile.read(store, new Path(output, PROVENANCE));
    Instant started = Instant.parse(json.text("/started"));
    Instant ended = Instant.parse(json.text("/ended"));
    return new ExtractSummary(
        ended.truncatedTo(ChronoUnit.SECONDS),
        Duration.between(started, ended).toMillis() / 1000.0,
        json.text("/job/id"),
        json.number("/counters/FRAMES_EXTRACTED"),
        json.number("/counters/FRAMES_REJECTED"),
        json.number("/counters/FILES_REJECTED"),
        json.number("/counters/DETECTIONS"),
        json.number("/counters/FIELDS"),
        json.text("/digests/catalog"),
        versions(json.node("/versions")));
  }

  private static List<String> versions(JsonNode node) {
    List<String> versions = new ArrayList<>();
    node.fields()
        .forEachRemaining(entry -> versions.add(entry.getKey() + "=" + version(entry.getValue())));
    return versions;
  }

  /** The tasks may have loaded more than one version of a library. */
  private static String version(JsonNode node) {
    if (!node.isArray()) {
      return node.asText();
    }
    List<String> all = new ArrayList<>();
    node.forEach(element -> all.add(element.asText()));
    return String.join("+", all);
  }
}
