package org.kiramr.bench.dataset;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.kiramr.bench.cli.BenchCommand;
import org.kiramr.bench.cli.UsageException;

/** {@code bench data}: makes a data set with {@code kira simulate}, or a manifest of files. */
public final class DataCommand implements BenchCommand {
  private static final String SET = "set";
  private static final String SCALE = "scale";
  private static final String FRAMES = "frames";
  private static final String SIZE = "size";
  private static final String SEED = "seed";
  private static final String OVERLAP = "overlap";
  private static final String NAME = "name";
  private static final String OUTPUT = "output";
  private static final String MANIFEST_OF = "manifest-of";

  private final Path checkout;

  /**
   * @param checkout root of the sources
   */
  public DataCommand(Path checkout) {
    this.checkout = checkout;
  }

  @Override
  public String name() {
    return "data";
  }

  @Override
  public String summary() {
    return "make a data set of simulated frames, or a manifest of real ones";
  }

  @Override
  public String example() {
    return "bench data --set small --scale 0.2";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(value(null, SET, "NAME", "one of Kira's sets: " + DataSet.labels()))
        .addOption(value(null, SCALE, "X", "a part of the set's frames (1)"))
        .addOption(value(null, FRAMES, "N", "instead of --set and --scale: so many frames"))
        .addOption(value(null, SIZE, "WxH", "pixels of a frame (2048x1489)"))
        .addOption(value(null, OVERLAP, "ROWS", "rows that neighbours share (128)"))
        .addOption(value(null, SEED, "S", "another number is another sky (1)"))
        .addOption(value(null, NAME, "NAME", "name of the data set (made from the options)"))
        .addOption(
            value(
                "o",
                OUTPUT,
                "DIR",
                "where to make it (bench/target/data/NAME); with --manifest-of, the manifest's file"))
        .addOption(
            Option.builder()
                .longOpt(MANIFEST_OF)
                .hasArgs()
                .argName("PATH")
                .desc("make a manifest of these files and directories")
                .get());
  }

  private static Option value(String letter, String name, String argument, String text) {
    return Option.builder(letter).longOpt(name).hasArg().argName(argument).desc(text).get();
  }

  @Override
  public int run(CommandLine line, PrintStream out) throws IOException, InterruptedException {
    if (line.hasOption(MANIFEST_OF)) {
      return describe(line, out);
    }
    int frames = frames(line);
    String name = line.getOptionValue(NAME, defaultName(line, frames));
    Path folder =
        line.hasOption(OUTPUT)
            ? Path.of(line.getOptionValue(OUTPUT)).toAbsolutePath()
            : folder(checkout, name);
    Files.createDirectories(folder.resolveSibling(""));
    simulate(line, frames, folder);
    Path manifest = manifestOf(folder);
    report(ManifestMaker.make(name, folder, List.of(folder)), manifest, out);
    out.println("bench run --manifest " + manifest + " --root " + folder);
    return 0;
  }

  /** Where the data set of that name is unless somebody wanted it elsewhere. */
  public static Path folder(Path checkout, String name) {
    return checkout.resolve("bench/target/data").resolve(name);
  }

  /** The manifest of a data set: beside its folder. */
  public static Path manifestOf(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".manifest");
  }

  /** The name of one of Kira's sets at a scale. */
  public static String setName(DataSet set, double scale) {
    return scale == 1 ? set.label() : String.format(Locale.ROOT, "%s-%s", set.label(), scale);
  }

  /** The scale on a command line. */
  public static double scale(String text) {
    try {
      double scale = Double.parseDouble(text);
      if (scale > 0 && scale <= 1000) {
        return scale;
      }
    } catch (NumberFormatException e) {
      throw new UsageException("--scale: not a number: " + text);
    }
    throw new UsageException("--scale: not above 0 and up to 1000: " + text);
  }

  /** One of Kira's sets by the name on a command line. */
  public static DataSet set(String label) {
    return DataSet.of(label)
        .orElseThrow(
            () -> new UsageException("--set: there is no " + label + ", but " + DataSet.labels()));
  }

  private static int frames(CommandLine line) {
    if (line.hasOption(FRAMES) == line.hasOption(SET)) {
      throw new UsageException("give either --set or --frames, or --manifest-of");
    }
    if (line.hasOption(SET)) {
      return set(line.getOptionValue(SET)).frames(scale(line.getOptionValue(SCALE, "1")));
    }
    String text = line.getOptionValue(FRAMES);
    if (!text.matches("[1-9]\\d{0,7}")) {
      throw new UsageException("--frames: not a number from 1: " + text);
    }
    return Integer.parseInt(text);
  }

  private static String defaultName(CommandLine line, int frames) {
    String set =
        line.hasOption(SET)
            ? setName(set(line.getOptionValue(SET)), scale(line.getOptionValue(SCALE, "1")))
            : "simulated-" + frames;
    String size = line.hasOption(SIZE) ? "-" + line.getOptionValue(SIZE) : "";
    String seed = line.hasOption(SEED) ? "-seed" + line.getOptionValue(SEED) : "";
    return set + size + seed;
  }

  private void simulate(CommandLine line, int frames, Path folder)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                checkout.resolve("mr-jobs/bin/kira").toString(),
                "simulate",
                "--overwrite",
                "--frames",
                Integer.toString(frames),
                "--output",
                folder.toString()));
    for (String option : List.of(SIZE, SEED, OVERLAP)) {
      if (line.hasOption(option)) {
        command.addAll(List.of("--" + option, line.getOptionValue(option)));
      }
    }
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().remove("HADOOP_CONF_DIR");
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new IOException("kira simulate ended with " + code);
    }
  }

  private static int describe(CommandLine line, PrintStream out) throws IOException {
    List<Path> paths = Arrays.stream(line.getOptionValues(MANIFEST_OF)).map(Path::of).toList();
    if (!line.hasOption(OUTPUT)) {
      throw new UsageException("--output is missing: the manifest's file");
    }
    Path root = root(paths);
    String name = line.getOptionValue(NAME, String.valueOf(root.getFileName()));
    Path file = Path.of(line.getOptionValue(OUTPUT)).toAbsolutePath();
    report(ManifestMaker.make(name, root, paths), file, out);
    out.println("bench run --manifest " + file + " --root " + root);
    return 0;
  }

  /** The directory that holds all; a directory that stands alone is its own. */
  private static Path root(List<Path> paths) throws IOException {
    Path root = null;
    for (Path path : paths) {
      Path whole = path.toAbsolutePath().normalize();
      Path start = Files.isDirectory(whole) ? whole : whole.getParent();
      while (root != null && !start.startsWith(root)) {
        root = root.getParent();
      }
      root = root == null ? start : root;
    }
    if (root == null) {
      throw new IOException("no paths");
    }
    return root;
  }

  private static void report(Manifest manifest, Path file, PrintStream out) throws IOException {
    manifest.write(file);
    out.printf(
        Locale.ROOT,
        "%s: %,d files, %.1f MB, sha256 %s%n",
        manifest.name(),
        manifest.entries().size(),
        manifest.bytes() / 1e6,
        manifest.sha256());
    out.println("manifest: " + file);
  }
}
