package org.kiramr.jobs.extract;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.kiramr.catalog.CatalogSchema;
import org.kiramr.catalog.OutputTables;
import org.kiramr.fits.mapreduce.FitsInputs;
import org.kiramr.jobs.cli.KiraTool;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.run.JobTuning;
import org.kiramr.jobs.run.OutputDirectory;
import org.kiramr.sep.SepLibrary;

/** {@code kira extract}: FITS frames in, one catalogue a field out. */
public final class ExtractCommand extends KiraTool {
  /** The directories of an output. */
  private static final Set<String> TABLES =
      Set.of(
          CatalogSchema.NAME,
          OutputTables.FRAMES.name(),
          OutputTables.FIELDS.name(),
          OutputTables.REJECTS.name(),
          OutputTables.FILES.name());

  private final ExtractEngine engine;

  /** The command on MapReduce. */
  public ExtractCommand(PrintStream out) {
    this(out, new MapReduceEngine());
  }

  /** The command on another engine, with the same options, output and exit codes. */
  public ExtractCommand(PrintStream out, ExtractEngine engine) {
    super(out);
    this.engine = engine;
  }

  @Override
  public String name() {
    return "extract";
  }

  @Override
  public String summary() {
    return "find the sources in FITS frames and write a catalogue a field";
  }

  @Override
  protected String example() {
    return program() + " extract -i frames/ -o catalogue";
  }

  @Override
  protected String program() {
    return engine.program();
  }

  @Override
  protected List<Setting<?>> settings() {
    List<Setting<?>> settings = new ArrayList<>(ExtractSettings.all());
    settings.addAll(engine.settings());
    return settings;
  }

  @Override
  protected int execute() throws Exception {
    Configuration conf = getConf();
    checkSettings(conf);
    engine.prepare(conf);
    if (JobTuning.isLocal(conf)) {
      SepLibrary.verifyAvailable();
    }
    OutputDirectory output =
        new OutputDirectory(
            new Path(ExtractSettings.OUTPUT.get(conf)), conf, Provenance.FILE, TABLES::contains);
    boolean overwrite = ExtractSettings.OVERWRITE.get(conf);
    output.check(overwrite);
    InputPlan plan = InputPlan.of(conf, output);
    engine.startLog(ExtractSettings.VERBOSE.get(conf), out());
    out()
        .printf(
            Locale.ROOT,
            "%,d files, %.1f MB; a frame may have %,.0f megapixels%n",
            plan.files(),
            plan.bytes() / 1e6,
            plan.framePixels() / 1e6);
    output.clear(overwrite);
    return new ExtractRun(engine, conf, plan, output, out()).run();
  }

  /** Reads every setting once, so that a wrong one is told before anything is touched. */
  private void checkSettings(Configuration conf) {
    for (Setting<?> setting : settings()) {
      setting.get(conf);
    }
    if (ExtractSettings.INPUT.get(conf).isEmpty()) {
      throw new UsageException("no input: name it with -i PATH");
    }
    if (ExtractSettings.OUTPUT.get(conf) == null) {
      throw new UsageException("no output: name it with -o DIR");
    }
    ReaderSettings.ofExtract().check(conf);
    try {
      ExtractSettings.parameters(conf);
      FitsInputs.readerOptions(conf);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
