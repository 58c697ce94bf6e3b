package org.kiramr.jobs.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.ToolRunner;
import org.kiramr.jobs.cli.ExitCode;
import org.kiramr.jobs.cli.KiraTool;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.extract.ExtractCommand;
import org.kiramr.jobs.simulate.SimulateCommand;

/** {@code kira quickstart}: a small sky, its catalogue, and how the two compare. */
public final class QuickstartCommand extends KiraTool {
  /** The directory to work in; default {@code kira-quickstart} below the working directory. */
  private static final Setting<String> OUTPUT =
      Setting.<String>of(
              "kira.quickstart.output",
              "output",
              "DIR",
              "kira-quickstart",
              "directory to work in; a sky that is there already is used again",
              Setting::notBlank)
          .withShort("o");

  private static final int FRAMES = 10;
  private static final int ROWS = 8;

  public QuickstartCommand(PrintStream out) {
    super(out);
  }

  @Override
  public String name() {
    return "quickstart";
  }

  @Override
  public String summary() {
    return "make a small sky, extract it, and compare the catalogue with the truth";
  }

  @Override
  protected String example() {
    return "kira quickstart";
  }

  @Override
  protected List<Setting<?>> settings() {
    return List.of(OUTPUT);
  }

  @Override
  protected int execute() throws Exception {
    Configuration conf = getConf();
    Path directory = new Path(OUTPUT.get(conf));
    directory = directory.getFileSystem(conf).makeQualified(directory);
    Path sky = new Path(directory, "sky");
    Path catalogue = new Path(directory, "catalogue");

    int exitCode = simulate(sky);
    if (exitCode == ExitCode.DONE) {
      exitCode = extract(sky, catalogue);
    }
    if (exitCode == ExitCode.DONE) {
      report(sky, catalogue);
    }
    return exitCode;
  }

  private int simulate(Path sky) throws Exception {
    if (sky.getFileSystem(getConf()).exists(new Path(sky, "_SUCCESS"))) {
      out().println("1. The simulated sky is there already: " + sky);
      return ExitCode.DONE;
    }
    out().println("1. Simulating " + FRAMES + " frames: two fields in five bands ...");
    return run(
        new SimulateCommand(out()),
        "-o",
        sky.toString(),
        "--overwrite",
        "--frames",
        Integer.toString(FRAMES));
  }

  private int extract(Path sky, Path catalogue) throws Exception {
    out().println();
    out().println("2. Extracting its sources ...");
    return run(
        new ExtractCommand(out()), "-i", sky.toString(), "-o", catalogue.toString(), "--overwrite");
  }

  private int run(KiraTool tool, String... args) throws Exception {
    return ToolRunner.run(new Configuration(getConf()), tool, args);
  }

  private void report(Path sky, Path catalogue) throws IOException {
    out().println();
    out().println("3. The first rows of the catalogue:");
    out().println();
    out().print(FirstRows.of(catalogue, ROWS, getConf()));
    out().println();
    out().println("4. Compared with the truth, by signal-to-noise:");
    out().println();
    out().print(SkyCheck.compare(sky, catalogue, getConf()).table());
    out().println();
    out().println("Written:");
    out().println("  " + sky + "  frames, and their truth in _truth");
    out().println("  " + catalogue + "  catalog, frames, fields, files, rejects, _provenance.json");
    out().println();
    out().println("Next, with frames of your own:");
    out().println("  mr-jobs/bin/kira extract -i FRAMES -o CATALOGUE      (--help tells the rest)");
  }
}
