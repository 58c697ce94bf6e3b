package org.kiramr.jobs.extract;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.kiramr.jobs.cli.KiraTool;
import org.kiramr.jobs.cli.Setting;

/** {@code kira extract}: FITS frames in, one catalogue a field out. */
public final class ExtractCommand extends KiraTool {
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
    return new Extraction(engine, getConf(), out()).run();
  }
}
