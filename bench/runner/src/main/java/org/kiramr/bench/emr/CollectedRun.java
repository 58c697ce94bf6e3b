package org.kiramr.bench.emr;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.kiramr.bench.record.EngineRun;

/**
 * One run and all that was collected of it.
 *
 * @param step null if EMR does not know it
 * @param provenance null if the run left none
 * @param megapixels of its table of frames, in millions
 */
record CollectedRun(PlannedRun plan, EmrStep step, RunProvenance provenance, double megapixels) {
  private static final double MILLION = 1e6;
  private static final CSVFormat ECSV =
      CSVFormat.DEFAULT.builder().setCommentMarker('#').setHeader().setSkipHeaderRecord(true).get();

  /**
   * Gathers it.
   *
   * @param directory with what was collected of this run
   */
  static CollectedRun read(PlannedRun plan, EmrStep step, Path directory) throws IOException {
    Path provenance = directory.resolve(RunProvenance.FILE);
    return new CollectedRun(
        plan,
        step,
        Files.exists(provenance) ? RunProvenance.read(provenance) : null,
        megapixels(directory.resolve("frames")));
  }

  private static double megapixels(Path frames) throws IOException {
    if (!Files.isDirectory(frames)) {
      return 0;
    }
    List<Path> parts;
    try (Stream<Path> files = Files.list(frames)) {
      parts = files.filter(file -> file.toString().endsWith(".ecsv")).toList();
    }
    double pixels = 0;
    for (Path part : parts) {
      try (Reader in = Files.newBufferedReader(part);
          CSVParser rows = ECSV.parse(in)) {
        for (CSVRecord row : rows) {
          pixels += Double.parseDouble(row.get("width")) * Double.parseDouble(row.get("height"));
        }
      }
    }
    return pixels / MILLION;
  }

  /** Why it does not count, whatever its rows are; null if it does. */
  String failure() {
    if (step == null) {
      return "EMR knows no step " + plan.name();
    }
    if (!step.isComplete()) {
      return "the step is " + step.state() + (step.reason().isEmpty() ? "" : ": " + step.reason());
    }
    if (provenance == null) {
      return "no " + RunProvenance.FILE + " in " + plan.output();
    }
    long frames = provenance.counter("FRAMES_EXTRACTED");
    return frames == plan.frames()
        ? null
        : frames + " frames extracted of " + plan.frames() + " in the list";
  }

  /**
   * The run as all runs are recorded. EMR does not tell CPU time, memory or what was written: these
   * are 0.
   *
   * @param cores that containers which do the work had together
   * @param reference the first run of as many frames that did not fail; null if there is none
   */
  EngineRun record(int cores, CollectedRun reference) {
    boolean ran = step != null && step.started() != null && step.ended() != null;
    double seconds = ran ? step.seconds() : 0;
    boolean told = provenance != null;
    String voidReason = voidReason(reference);
    return new EngineRun(
        plan.engine(),
        plan.frames(),
        told ? provenance.inputBytes() : 0,
        plan.repeat(),
        plan.turn(),
        cores,
        // no node's page cache holds what comes from S3
        true,
        ran ? step.started().toString() : "",
        seconds,
        0,
        0,
        told ? provenance.counter("BYTES_READ") : 0,
        0,
        told ? provenance.stageSeconds(seconds) : Map.of(),
        told ? provenance.counter("DETECTIONS") : 0,
        told ? Math.toIntExact(provenance.counter("FIELDS")) : 0,
        megapixels,
        told ? provenance.catalogSha256() : "",
        // rows on EMR have to be equal
        voidReason == null ? 0L : null,
        step != null && step.isComplete() ? 0 : 1,
        voidReason,
        step == null ? List.of() : step.command());
  }

  private String voidReason(CollectedRun reference) {
    String failure = failure();
    if (failure != null || reference == null) {
      return failure;
    }
    return provenance.catalogSha256().equals(reference.provenance.catalogSha256())
        ? null
        : "its rows differ from those of run %s (%s)"
            .formatted(reference.plan.name(), reference.plan.engine());
  }
}
