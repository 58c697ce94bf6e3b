package org.kiramr.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.kiramr.bench.cli.UsageException;
import org.kiramr.bench.dataset.DataCommand;
import org.kiramr.bench.dataset.Manifest;
import org.kiramr.bench.engine.CatalogComparison;
import org.kiramr.bench.measure.Cores;

/**
 * The command line of {@code bench run}, checked.
 *
 * @param manifest of the data set
 * @param root what its paths are relative to
 * @param frames numbers of frames for engines on this machine
 * @param clusterFrames the same for engines on a cluster
 * @param cores that an engine is allowed, one round of runs for each
 * @param checksums whether the data set is read whole before the session
 * @param limit of a run
 * @param tolerances for engines that need not agree exactly
 */
record RunSettings(
    Manifest manifest,
    Path root,
    List<Integer> frames,
    List<Integer> clusterFrames,
    int repeats,
    List<Integer> cores,
    PageCache cache,
    boolean checksums,
    Duration limit,
    List<String> tolerances) {
  static RunSettings parse(CommandLine line, Path checkout) throws IOException {
    Path manifestFile = manifestFile(line, checkout);
    Manifest manifest = Manifest.read(manifestFile);
    Path root = Path.of(line.getOptionValue(RunOptions.ROOT, defaultRoot(manifestFile)));
    List<Integer> frames =
        RunOptions.numbers(RunOptions.FRAMES, RunOptions.required(line, RunOptions.FRAMES));
    List<Integer> clusterFrames =
        line.hasOption(RunOptions.YARN_FRAMES)
            ? RunOptions.numbers(
                RunOptions.YARN_FRAMES, line.getOptionValue(RunOptions.YARN_FRAMES))
            : frames;
    int files = manifest.entries().size();
    for (int size : concat(frames, clusterFrames)) {
      if (size > files) {
        throw new UsageException(
            "--frames: " + size + ", but the data set has " + files + " files");
      }
    }
    return new RunSettings(
        manifest,
        root.toAbsolutePath().normalize(),
        frames,
        clusterFrames,
        RunOptions.number(RunOptions.REPEATS, line.getOptionValue(RunOptions.REPEATS, "3")),
        cores(line),
        PageCache.of(oneOf(line, RunOptions.CACHE, "warm", "cold").equals("cold")),
        oneOf(line, RunOptions.VERIFY, "checksums", "lengths").equals("checksums"),
        Duration.ofMinutes(
            RunOptions.number(RunOptions.TIMEOUT, line.getOptionValue(RunOptions.TIMEOUT, "60"))),
        line.hasOption(RunOptions.TOLERANCE)
            ? Arrays.asList(line.getOptionValues(RunOptions.TOLERANCE))
            : CatalogComparison.TOLERANCES);
  }

  private static Path manifestFile(CommandLine line, Path checkout) {
    if (line.hasOption(RunOptions.MANIFEST) == line.hasOption(RunOptions.SET)) {
      throw new UsageException("give either --manifest or --set");
    }
    if (line.hasOption(RunOptions.MANIFEST)) {
      return Path.of(line.getOptionValue(RunOptions.MANIFEST)).toAbsolutePath();
    }
    String label = line.getOptionValue(RunOptions.SET);
    double scale = DataCommand.scale(line.getOptionValue(RunOptions.SCALE, "1"));
    String name = DataCommand.setName(DataCommand.set(label), scale);
    Path file = DataCommand.manifestOf(DataCommand.folder(checkout, name));
    if (!Files.exists(file)) {
      throw new UsageException(
          "data set " + name + " is not there: bench data --set " + label + " --scale " + scale);
    }
    return file;
  }

  /** The directory that {@code bench data} made with the manifest, or the manifest's own. */
  private static String defaultRoot(Path manifest) {
    String name = String.valueOf(manifest.getFileName());
    Path made = manifest.resolveSibling(name.replaceFirst("\\.manifest$", ""));
    return (Files.isDirectory(made) ? made : manifest.resolveSibling("")).toString();
  }

  private static List<Integer> cores(CommandLine line) throws IOException {
    int allowed = Cores.allowed().size();
    List<Integer> cores =
        RunOptions.numbers(
            RunOptions.CORES, line.getOptionValue(RunOptions.CORES, Integer.toString(allowed)));
    for (int number : cores) {
      if (number > allowed) {
        throw new UsageException("--cores: " + number + ", but there are " + allowed);
      }
    }
    return cores;
  }

  /** A word of two, the first of which is the default. */
  private static String oneOf(CommandLine line, String name, String first, String second) {
    String word = line.getOptionValue(name, first);
    if (!word.equals(first) && !word.equals(second)) {
      throw new UsageException("--" + name + ": " + first + " or " + second + ", not " + word);
    }
    return word;
  }

  private static List<Integer> concat(List<Integer> some, List<Integer> others) {
    List<Integer> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  int mostCores() {
    return cores.stream().mapToInt(Integer::intValue).max().orElse(1);
  }

  boolean cold() {
    return cache != PageCache.WARM;
  }
}
