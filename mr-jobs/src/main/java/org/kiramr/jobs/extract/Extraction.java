package org.kiramr.jobs.extract;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.kiramr.catalog.CatalogSchema;
import org.kiramr.catalog.OutputTables;
import org.kiramr.fits.mapreduce.FitsInputs;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.run.JobTuning;
import org.kiramr.jobs.run.OutputDirectory;
import org.kiramr.sep.SepLibrary;

/**
 * An extraction as the configuration has it, from the checks of the settings to the record of
 * provenance, for {@code extract} and for commands that repeat what it did.
 */
public final class Extraction {
  /**
   * Whether the inputs are relative to a directory that is not known, so that what they mean is not
   * recorded. Set by commands that repeat such a run; by default false.
   */
  public static final String INPUTS_UNQUALIFIED = "kira.extract.internal.inputs-unqualified";

  /** The directories of an output. */
  private static final Set<String> TABLES =
      Set.of(
          CatalogSchema.NAME,
          OutputTables.FRAMES.name(),
          OutputTables.FIELDS.name(),
          OutputTables.REJECTS.name(),
          OutputTables.FILES.name());

  private final ExtractEngine engine;
  private final Configuration conf;
  private final PrintStream out;

  /**
   * @param conf holds every setting; the engine and the input set keys of their own in it
   * @param out where progress goes
   */
  Extraction(ExtractEngine engine, Configuration conf, PrintStream out) {
    this.engine = engine;
    this.conf = conf;
    this.out = out;
  }

  /** The same with MapReduce as the engine. */
  public static Extraction onMapReduce(Configuration conf, PrintStream out) {
    return new Extraction(new MapReduceEngine(), conf, out);
  }

  /**
   * The directory that {@link ExtractSettings#OUTPUT} names.
   *
   * @throws UsageException if it names none
   */
  public static OutputDirectory output(Configuration conf) throws IOException {
    return new OutputDirectory(new Path(outputName(conf)), conf, Provenance.FILE, TABLES::contains);
  }

  private static String outputName(Configuration conf) {
    String name = ExtractSettings.OUTPUT.get(conf);
    if (name == null) {
      throw new UsageException("no output: name it with -o DIR");
    }
    return name;
  }

  /**
   * Runs.
   *
   * @return the {@link org.kiramr.jobs.cli.ExitCode} of {@code extract}
   * @throws UsageException if the settings make no sense, or what they name is not there
   * @throws IOException if it failed
   */
  public int run() throws IOException, InterruptedException {
    return run(null);
  }

  /**
   * Reads these files and no others; what {@link ExtractSettings#INPUT} names is recorded only.
   *
   * @param namedFiles written by {@link org.kiramr.fits.mapreduce.NamedFiles#write}
   */
  public int runOn(Path namedFiles) throws IOException, InterruptedException {
    return run(namedFiles);
  }

  private int run(Path namedFiles) throws IOException, InterruptedException {
    checkSettings();
    engine.prepare(conf);
    if (JobTuning.isLocal(conf)) {
      SepLibrary.verifyAvailable();
    }
    OutputDirectory output = output(conf);
    boolean overwrite = ExtractSettings.OVERWRITE.get(conf);
    output.check(overwrite);
    InputPlan plan = InputPlan.of(conf, namedFiles, output);
    engine.startLog(ExtractSettings.VERBOSE.get(conf), out);
    out.printf(
        Locale.ROOT,
        "%,d files, %.1f MB; a frame may have %,.0f megapixels%n",
        plan.files(),
        plan.bytes() / 1e6,
        plan.framePixels() / 1e6);
    output.clear(overwrite);
    return new ExtractRun(engine, conf, plan, output, out).run();
  }

  /** Reads every setting once, so that a wrong one is told before anything is touched. */
  private void checkSettings() {
    List<Setting<?>> settings =
        Stream.concat(ExtractSettings.all().stream(), engine.settings().stream()).toList();
    for (Setting<?> setting : settings) {
      setting.get(conf);
    }
    if (ExtractSettings.INPUT.get(conf).isEmpty()) {
      throw new UsageException("no input: name it with -i PATH");
    }
    outputName(conf);
    ReaderSettings.ofExtract().check(conf);
    try {
      ExtractSettings.parameters(conf);
      FitsInputs.readerOptions(conf);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
