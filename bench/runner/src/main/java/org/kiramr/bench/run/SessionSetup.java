package org.kiramr.bench.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.kiramr.bench.cli.UsageException;
import org.kiramr.bench.dataset.Manifest;
import org.kiramr.bench.dataset.ManifestCheck;
import org.kiramr.bench.engine.Agreement;
import org.kiramr.bench.engine.CatalogComparison;
import org.kiramr.bench.engine.ClusterFiles;
import org.kiramr.bench.engine.Engine;
import org.kiramr.bench.engine.Engines;
import org.kiramr.bench.engine.Folders;
import org.kiramr.bench.engine.Place;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.record.SessionFile;

/** Puts a session together from its settings, and lets it run. */
final class SessionSetup {
  private final Path checkout;
  private final RunSettings settings;
  private final Optional<ClusterHandle> cluster;
  private final PrintStream out;

  SessionSetup(
      Path checkout, RunSettings settings, Optional<ClusterHandle> cluster, PrintStream out) {
    this.checkout = checkout;
    this.settings = settings;
    this.cluster = cluster;
    this.out = out;
  }

  /** Runs what the command line asks for, and returns the session as it is at the end. */
  Session run(CommandLine line, Path file, boolean resume)
      throws IOException, InterruptedException {
    SessionPlan plan = plan(line);
    checkCluster(plan);
    out.printf("%d runs of %d engines%n", plan.turns().size(), plan.engines().size());
    check();
    ToolVersions versions = new ToolVersions();
    versions.askMachine(checkout);
    for (Engine engine : plan.engines()) {
      versions.prepare(engine);
    }
    versions.prepare(plan.reference());
    Session fresh = session(line, plan, versions);
    boolean continued = resume && Files.exists(file);
    Session session = continued ? continued(SessionFile.read(file), fresh, file) : fresh;
    SessionFile.write(session, file);
    SessionRecorder recorder = new SessionRecorder(file, session);

    Path work = checkout.resolve("bench/target/run").resolve(String.valueOf(file.getFileName()));
    Folders.delete(work);
    Files.createDirectories(work);
    Optional<ClusterFiles> files =
        cluster.map(running -> new ClusterFiles(checkout, running.conf()));
    Inputs inputs = new Inputs(settings.manifest(), settings.root(), work, upload(plan, files));
    Laboratory laboratory =
        new Laboratory(
            settings.root(),
            inputs,
            work,
            settings.cache(),
            settings.limit(),
            cluster.map(ClusterHandle::daemons).orElse(Set.of()),
            files);
    References references = new References(new CatalogComparison(checkout, settings.tolerances()));
    new SessionRunner(plan, inputs, laboratory, references, recorder, out).run();
    return recorder.session();
  }

  private SessionPlan plan(CommandLine line) {
    Engines known = new Engines(checkout, cluster.map(ClusterHandle::conf));
    try {
      if (line.hasOption(RunOptions.ENGINE_COMMAND)) {
        for (String definition : line.getOptionValues(RunOptions.ENGINE_COMMAND)) {
          known.addExternal(definition);
        }
      }
      List<Engine> engines =
          known.choose(RunOptions.words(RunOptions.required(line, RunOptions.ENGINES)));
      if (engines.isEmpty()) {
        throw new UsageException("--engines: none");
      }
      return new SessionPlan(
          checkout,
          settings.manifest(),
          engines,
          reference(line, known, engines),
          TurnOrder.of(
              engines,
              settings.frames(),
              settings.clusterFrames(),
              settings.repeats(),
              settings.cores()),
          settings.cold());
    } catch (IllegalArgumentException e) {
      throw new UsageException("--engines: " + e.getMessage());
    }
  }

  private static Engine reference(CommandLine line, Engines known, List<Engine> engines) {
    String named = line.getOptionValue(RunOptions.REFERENCE);
    List<Engine> candidates = named != null ? known.choose(List.of(named)) : engines;
    return candidates.stream()
        .filter(engine -> engine.place() == Place.LOCAL)
        .filter(engine -> engine.agreement() == Agreement.IDENTICAL)
        .findFirst()
        .orElseGet(() -> known.choose(List.of("mr-local")).get(0));
  }

  /**
   * A cluster has the containers that it was started for, and only root can empty the page cache of
   * what lies below HDFS.
   */
  private void checkCluster(SessionPlan plan) {
    boolean onCluster = plan.engines().stream().anyMatch(engine -> engine.place() == Place.CLUSTER);
    if (onCluster && settings.cache() == PageCache.COLD_INPUTS) {
      throw new UsageException("--cache cold: on a cluster only root can do that");
    }
    if (onCluster && settings.cores().size() > 1) {
      throw new UsageException("--cores: with a cluster, a session for each number of cores");
    }
  }

  private void check() throws IOException {
    ManifestCheck check = new ManifestCheck(settings.manifest(), settings.root());
    if (settings.checksums()) {
      out.printf("reading %d files for their checksums%n", settings.manifest().entries().size());
      check.checksums();
    } else {
      check.lengths();
    }
  }

  /** The frames that engines on the cluster will read, once for the session. */
  private Optional<String> upload(SessionPlan plan, Optional<ClusterFiles> files)
      throws IOException, InterruptedException {
    Set<Integer> sizes =
        plan.turns().stream()
            .filter(turn -> turn.engine().place() == Place.CLUSTER)
            .map(Turn::frames)
            .collect(Collectors.toSet());
    if (sizes.isEmpty() || files.isEmpty()) {
      return Optional.empty();
    }
    out.println("copying the frames to the cluster");
    var entries =
        sizes.stream()
            .flatMap(size -> settings.manifest().subset(size).entries().stream())
            .distinct()
            .toList();
    Manifest needed = new Manifest(settings.manifest().name(), entries);
    return Optional.of(files.get().upload(needed, settings.root()));
  }

  private Session session(CommandLine line, SessionPlan plan, ToolVersions versions)
      throws IOException {
    String now = SessionRecorder.now();
    return new Session(
        Session.SCHEMA,
        line.getOptionValue(RunOptions.TITLE, settings.manifest().name()),
        now,
        now,
        Machine.facts(settings.root()),
        versions.all(),
        settings.manifest().name(),
        settings.manifest().sha256(),
        record(line, plan),
        List.of(),
        null);
  }

  private Map<String, String> record(CommandLine line, SessionPlan plan) {
    Map<String, String> record = new TreeMap<>();
    record.put(
        "engines", plan.engines().stream().map(Engine::name).collect(Collectors.joining(",")));
    record.put("reference", plan.reference().name());
    record.put("frames", text(settings.frames()));
    record.put("yarn-frames", text(settings.clusterFrames()));
    record.put("repeats", Integer.toString(settings.repeats()));
    record.put("cores", text(settings.cores()));
    record.put("cache", settings.cold() ? "cold" : "warm");
    record.put("cache method", settings.cache().method());
    record.put("subset", "even stride through the manifest");
    record.put("verify", settings.checksums() ? "checksums" : "lengths");
    record.put("timeout minutes", Long.toString(settings.limit().toMinutes()));
    record.put("tolerances", String.join(" ", settings.tolerances()));
    if (cluster.isPresent()) {
      record.put("cluster nodes", line.getOptionValue(RunOptions.NODES, RunOptions.DEFAULT_NODES));
    }
    for (String variable :
        List.of("KIRA_OPTS", "HADOOP_CLIENT_OPTS", "SPARK_OPTS", "JAVA_TOOL_OPTIONS")) {
      String value = System.getenv(variable);
      if (value != null && !value.isBlank()) {
        record.put(variable, value);
      }
    }
    return record;
  }

  private static String text(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** An earlier part of the session, if it is of the same frames, machine, programs, settings. */
  private static Session continued(Session earlier, Session fresh, Path file) {
    requireSame("the data set", earlier.manifestSha256(), fresh.manifestSha256(), file);
    requireSame("the machine", earlier.machine(), fresh.machine(), file);
    requireSame("versions", earlier.versions(), fresh.versions(), file);
    requireSame("settings", earlier.settings(), fresh.settings(), file);
    return earlier;
  }

  private static void requireSame(String what, Object earlier, Object now, Path file) {
    if (!earlier.equals(now)) {
      throw new UsageException(
          "--resume: " + what + " of " + file + " differ: " + earlier + "; now " + now);
    }
  }
}
