package org.kiramr.bench.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.kiramr.bench.record.FrameDetections;

/** Reads what an output tells. Of its tables only the catalogue is required. */
public final class OutcomeReader {
  private static final double MILLION = 1e6;
  private static final ObjectMapper JSON = new ObjectMapper();

  private OutcomeReader() {}

  /**
   * Reads an output.
   *
   * @param output local directory
   * @param log what the engine printed
   * @param wallSeconds of the run
   * @throws IOException if there is no catalogue, or it cannot be read
   */
  public static Outcome read(Path output, Path log, double wallSeconds) throws IOException {
    List<Path> catalog = OutputTables.parts(output, "catalog");
    if (catalog.isEmpty()) {
      throw new IOException("no catalogue in " + output);
    }
    CatalogRows rows = new CatalogRows();
    rows.add(catalog);
    List<CSVRecord> frames = OutputTables.rows(output, "frames");
    double pixels = 0;
    for (CSVRecord frame : frames) {
      rows.addEmptyField(frame.get("field"));
      pixels += Double.parseDouble(frame.get("width")) * Double.parseDouble(frame.get("height"));
    }
    boolean tellsFrames = !OutputTables.parts(output, "frames").isEmpty();
    if (!tellsFrames) {
      for (CSVRecord field : OutputTables.rows(output, "fields")) {
        rows.addEmptyField(field.get("field"));
      }
    }
    Map<String, String> digests = rows.digests();
    return new Outcome(
        CatalogRows.sha256(digests),
        rows.rows(),
        tellsFrames ? frames.size() : -1,
        digests.size(),
        OutputTables.rows(output, "rejects").size(),
        pixels / MILLION,
        agrees(output, digests),
        stages(output, log, wallSeconds));
  }

  /**
   * How detections are spread over the frames of an output, if its table of frames tells.
   *
   * @param output local directory
   */
  public static Optional<FrameDetections> frameDetections(Path output) throws IOException {
    List<Double> detections = new ArrayList<>();
    for (CSVRecord frame : OutputTables.rows(output, "frames")) {
      if (frame.isMapped("detections")) {
        detections.add(Double.valueOf(frame.get("detections")));
      }
    }
    return detections.isEmpty() ? Optional.empty() : Optional.of(FrameDetections.of(detections));
  }

  private static boolean agrees(Path output, Map<String, String> digests) throws IOException {
    if (OutputTables.parts(output, "fields").isEmpty()) {
      return true;
    }
    Map<String, String> told = new TreeMap<>();
    for (CSVRecord field : OutputTables.rows(output, "fields")) {
      told.put(field.get("field"), field.get("sha256"));
    }
    return told.equals(digests);
  }

  private static Map<org.kiramr.bench.record.Stage, Double> stages(
      Path output, Path log, double wallSeconds) throws IOException {
    Path provenance = output.resolve("_provenance.json");
    if (Files.exists(provenance)) {
      JsonNode told = JSON.readTree(provenance.toFile());
      return StageTimes.ofProvenance(told, wallSeconds);
    }
    // whatever an external command prints, some of it can be read
    String text = new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1);
    return StageTimes.ofLog(text, wallSeconds);
  }
}
