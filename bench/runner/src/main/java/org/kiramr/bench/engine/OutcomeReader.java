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
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.kiramr.bench.record.FrameDetections;

/**
 * Reads outputs of either layout: directories of parts, as {@code kira extract} writes them ({@code
 * catalog/*.ecsv}), or single files, as {@code kira-c} does ({@code catalog.csv}). Of the tables
 * only the catalogue is required.
 */
public final class OutcomeReader {
  private static final double MILLION = 1e6;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CSVFormat TABLE =
      CSVFormat.DEFAULT
          .builder()
          .setCommentMarker('#')
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .get();

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
    List<Path> catalog = parts(output, "catalog");
    if (catalog.isEmpty()) {
      throw new IOException("no catalogue in " + output);
    }
    CatalogRows rows = new CatalogRows();
    rows.add(catalog);
    List<CSVRecord> frames = table(output, "frames");
    double pixels = 0;
    for (CSVRecord frame : frames) {
      rows.addEmptyField(frame.get("field"));
      pixels += Double.parseDouble(frame.get("width")) * Double.parseDouble(frame.get("height"));
    }
    Map<String, String> digests = rows.digests();
    return new Outcome(
        CatalogRows.sha256(digests),
        rows.rows(),
        parts(output, "frames").isEmpty() ? -1 : frames.size(),
        digests.size(),
        table(output, "rejects").size(),
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
    for (CSVRecord frame : table(output, "frames")) {
      if (frame.isMapped("detections")) {
        detections.add(Double.valueOf(frame.get("detections")));
      }
    }
    return detections.isEmpty() ? Optional.empty() : Optional.of(FrameDetections.of(detections));
  }

  private static boolean agrees(Path output, Map<String, String> digests) throws IOException {
    if (parts(output, "fields").isEmpty()) {
      return true;
    }
    Map<String, String> told = new TreeMap<>();
    for (CSVRecord field : table(output, "fields")) {
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

  private static List<CSVRecord> table(Path output, String name) throws IOException {
    List<CSVRecord> all = new ArrayList<>();
    for (Path part : parts(output, name)) {
      try (CSVParser parser = TABLE.parse(Files.newBufferedReader(part))) {
        all.addAll(parser.getRecords());
      }
    }
    return all;
  }

  private static List<Path> parts(Path output, String name) throws IOException {
    Path single = output.resolve(name + ".csv");
    if (Files.exists(single)) {
      return List.of(single);
    }
    Path folder = output.resolve(name);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".ecsv") || file.toString().endsWith(".csv"))
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .sorted()
          .toList();
    }
  }
}
