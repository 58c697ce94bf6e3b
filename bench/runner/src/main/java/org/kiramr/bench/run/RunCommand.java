package org.kiramr.bench.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.kiramr.bench.cli.BenchCommand;
import org.kiramr.bench.cli.UsageException;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.record.Session;

/** {@code bench run}: engines take turns on the same frames. */
public final class RunCommand implements BenchCommand {
  private static final int VOID_RUNS = 3;

  private final Path checkout;

  /**
   * @param checkout root of the sources
   */
  public RunCommand(Path checkout) {
    this.checkout = checkout;
  }

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "let engines take turns on the same frames, and measure them";
  }

  @Override
  public String example() {
    return "bench run --engines mr-local,spark-local,c-batch --set sanity --frames 2,4 -o session.json";
  }

  @Override
  public Options options() {
    return RunOptions.all();
  }

  @Override
  public int run(CommandLine line, PrintStream out) throws IOException, InterruptedException {
    Path file = Path.of(RunOptions.required(line, RunOptions.OUTPUT)).toAbsolutePath();
    boolean resume = line.hasOption(RunOptions.RESUME);
    if (Files.exists(file) && !resume) {
      throw new UsageException(file + " is there already; --resume continues it");
    }
    Files.createDirectories(file.resolveSibling(""));
    RunSettings settings = RunSettings.parse(line, checkout);
    try (Cleanup cluster = new Cleanup(cluster(line, settings))) {
      Session session =
          new SessionSetup(checkout, settings, cluster.handle(), out).run(line, file, resume);
      Summary.print(session, out);
      out.println("session: " + file);
      return session.runs().stream().allMatch(EngineRun::counts) ? 0 : VOID_RUNS;
    }
  }

  private Optional<ClusterHandle> cluster(CommandLine line, RunSettings settings)
      throws IOException, InterruptedException {
    boolean start = line.hasOption(RunOptions.CLUSTER);
    if (line.hasOption(RunOptions.CONF_DIR)) {
      if (start) {
        throw new UsageException("give either --conf-dir or --cluster");
      }
      return Optional.of(ClusterHandle.running(Path.of(line.getOptionValue(RunOptions.CONF_DIR))));
    }
    if (!start) {
      return Optional.empty();
    }
    List<String> size =
        new ArrayList<>(
            List.of(
                "--nodes",
                line.getOptionValue(RunOptions.NODES, RunOptions.DEFAULT_NODES),
                "--cores",
                Integer.toString(settings.mostCores())));
    if (line.hasOption(RunOptions.MEMORY_MB)) {
      size.addAll(List.of("--memory-mb", line.getOptionValue(RunOptions.MEMORY_MB)));
    }
    Path directory = checkout.resolve("bench/target/cluster");
    return Optional.of(ClusterHandle.start(checkout, directory, size));
  }

  /** Stops what was started. */
  private record Cleanup(Optional<ClusterHandle> handle) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      if (handle.isPresent()) {
        handle.get().close();
      }
    }
  }
}
