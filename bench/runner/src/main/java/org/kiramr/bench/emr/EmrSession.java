package org.kiramr.bench.emr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kiramr.bench.dataset.Manifest;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.record.Session;

/** Makes a session of what {@code emr-bench collect} has fetched into a directory. */
final class EmrSession {
  private final Path directory;

  EmrSession(Path directory) {
    this.directory = directory;
  }

  /**
   * Reads all.
   *
   * @throws IOException if something that every session has is missing or damaged
   */
  Session read() throws IOException {
    Map<String, String> settings = settings();
    List<CollectedRun> runs = runs();
    List<Instant> times = new ArrayList<>();
    runs.stream()
        .map(CollectedRun::step)
        .filter(Objects::nonNull)
        .forEach(step -> times.addAll(present(step.started(), step.ended())));
    if (times.isEmpty()) {
      throw new IOException(directory + ": no step of the plan ever started");
    }
    Manifest manifest = Manifest.read(directory.resolve("data.manifest"));
    JsonNode cluster =
        new ObjectMapper().readTree(directory.resolve("cluster.json").toFile()).path("Cluster");
    return new Session(
        Session.SCHEMA,
        "%s: %s core nodes of %s"
            .formatted(
                cluster.path("ReleaseLabel").asText(),
                settings.get("core nodes"),
                settings.get("instance type")),
        times.stream().min(Instant::compareTo).orElseThrow().toString(),
        times.stream().max(Instant::compareTo).orElseThrow().toString(),
        machine(settings),
        versions(cluster, runs),
        manifest.name(),
        manifest.sha256(),
        settings,
        record(runs, settings),
        null);
  }

  private static List<Instant> present(Instant... times) {
    return Stream.of(times).filter(Objects::nonNull).toList();
  }

  private List<CollectedRun> runs() throws IOException {
    Map<String, EmrStep> steps = EmrStep.read(directory.resolve("steps.json"));
    List<CollectedRun> runs = new ArrayList<>();
    for (PlannedRun plan : PlannedRun.read(directory.resolve("plan.tsv"))) {
      Path collected = directory.resolve("runs").resolve(plan.name());
      runs.add(CollectedRun.read(plan, steps.get(plan.name()), collected));
    }
    return runs;
  }

  private static List<EngineRun> record(List<CollectedRun> runs, Map<String, String> settings)
      throws IOException {
    int cores;
    try {
      cores = Integer.parseInt(settings.getOrDefault("working cores", ""));
    } catch (NumberFormatException e) {
      throw new IOException("settings.tsv: working cores is no number", e);
    }
    Map<Integer, CollectedRun> references = new HashMap<>();
    List<EngineRun> recorded = new ArrayList<>();
    for (CollectedRun run : runs) {
      if (run.failure() == null) {
        references.putIfAbsent(run.plan().frames(), run);
      }
      recorded.add(run.record(cores, references.get(run.plan().frames())));
    }
    return recorded;
  }

  private Map<String, String> settings() throws IOException {
    Map<String, String> settings = new TreeMap<>();
    for (String line : Files.readAllLines(directory.resolve("settings.tsv"))) {
      int tab = line.indexOf('\t');
      if (tab < 0) {
        throw new IOException(directory.resolve("settings.tsv") + ": no tab in: " + line);
      }
      settings.put(line.substring(0, tab), line.substring(tab + 1));
    }
    settings.put("wall time", "of the EMR step, from its start to its end");
    settings.put("not measured", "CPU time, peak memory and bytes written, which are 0");
    return settings;
  }

  private static Map<String, String> machine(Map<String, String> settings) {
    return Map.of(
        "service",
        "Amazon EMR on EC2",
        "region",
        settings.get("region"),
        "nodes",
        settings.get("core nodes") + " x " + settings.get("instance type"),
        "primary node",
        settings.get("primary type"),
        "cores",
        settings.get("cores a node") + " a core node for containers",
        "memory",
        settings.get("memory a node, MB") + " MB a core node for containers");
  }

  private static Map<String, String> versions(JsonNode cluster, List<CollectedRun> runs) {
    Map<String, String> versions = new TreeMap<>();
    versions.put("EMR", cluster.path("ReleaseLabel").asText());
    for (JsonNode application : cluster.path("Applications")) {
      if (application.path("Version").isTextual()) {
        versions.put(
            application.path("Name").asText() + " of EMR", application.path("Version").asText());
      }
    }
    runs.stream()
        .map(CollectedRun::provenance)
        .filter(Objects::nonNull)
        .forEach(provenance -> provenance.versions().forEach(versions::putIfAbsent));
    return versions;
  }
}
