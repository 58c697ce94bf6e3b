package org.kiramr.bench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kiramr.bench.dataset.Manifest;
import org.kiramr.bench.dataset.ManifestCheck;
import org.kiramr.bench.engine.ClusterFiles;
import org.kiramr.bench.engine.Engine;
import org.kiramr.bench.engine.Folders;
import org.kiramr.bench.engine.Outcome;
import org.kiramr.bench.engine.OutcomeReader;
import org.kiramr.bench.engine.Place;
import org.kiramr.bench.engine.Work;
import org.kiramr.bench.measure.Cores;
import org.kiramr.bench.measure.Measurement;
import org.kiramr.bench.measure.Stopwatch;
import org.kiramr.bench.measure.TimedCommand;

/**
 * Lets one engine do one piece of work under the clock, under conditions that are always the same.
 */
final class Laboratory {
  private final Path root;
  private final Inputs inputs;
  private final Path work;
  private final PageCache cache;
  private final Duration limit;
  private final Set<Long> daemons;
  private final Optional<ClusterFiles> clusterFiles;

  /**
   * @param root of the data set
   * @param work directory for outputs and logs
   * @param limit after which an engine is killed
   * @param daemons process ids of a cluster
   */
  Laboratory(
      Path root,
      Inputs inputs,
      Path work,
      PageCache cache,
      Duration limit,
      Set<Long> daemons,
      Optional<ClusterFiles> clusterFiles) {
    this.root = root;
    this.inputs = inputs;
    this.work = work;
    this.cache = cache;
    this.limit = limit;
    this.daemons = Set.copyOf(daemons);
    this.clusterFiles = clusterFiles;
  }

  /**
   * Runs an engine.
   *
   * @param name of this run, for its output and its log
   */
  Trial run(Engine engine, Manifest frames, int cores, String name)
      throws IOException, InterruptedException {
    new ManifestCheck(frames, root).lengths();
    boolean local = engine.place() == Place.LOCAL;
    Path output = work.resolve("output-" + name);
    Folders.delete(output);
    String target = local ? output.toString() : ClusterFiles.output(name);
    if (!local) {
      files().delete(target);
    }
    Path list = inputs.list(frames, engine.place());
    List<String> command = engine.command(new Work(list, target, cores));
    List<Integer> allowed = Cores.allowed().subList(0, cores);
    Path log = work.resolve(name + ".log");
    TimedCommand timed = new TimedCommand(command, engine.environment(), allowed, log, limit);
    Set<Long> helpers = local ? Set.of() : daemons;
    Cores.bind(helpers, allowed);
    cache.prepare(inputs.files(frames));
    Measurement measured = new Stopwatch(helpers).run(timed);
    Optional<Outcome> outcome = Optional.empty();
    String problem = "";
    try {
      if (!local) {
        files().download(target, output);
        files().delete(target);
      }
      outcome = Optional.of(OutcomeReader.read(output, log, measured.wallSeconds()));
    } catch (IOException | IllegalArgumentException e) {
      problem = String.valueOf(e.getMessage());
    }
    return new Trial(command, measured, outcome, problem, output, log);
  }

  private ClusterFiles files() throws IOException {
    return clusterFiles.orElseThrow(() -> new IOException("there is no cluster"));
  }
}
