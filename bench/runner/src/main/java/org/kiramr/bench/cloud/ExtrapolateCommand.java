package org.kiramr.bench.cloud;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.kiramr.bench.cli.BenchCommand;
import org.kiramr.bench.cli.UsageException;
import org.kiramr.bench.dataset.DataSet;
import org.kiramr.bench.page.ReportFolder;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.report.SessionInputs;

/** {@code bench extrapolate}: sessions in, simulated large clusters out. */
public final class ExtrapolateCommand implements BenchCommand {
  private static final String CORES = "16,32,64,128,256,512";

  @Override
  public String name() {
    return "extrapolate";
  }

  @Override
  public String summary() {
    return "simulate large clusters from what sessions measured: cloud.json, .md and .html";
  }

  @Override
  public String example() {
    return "bench extrapolate session.json --price-per-core-hour 0.06 -o cloud";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption("o", "output", true, "where to write; files of a former run are replaced")
        .addOption(number("cores", "N,N,...", "cores of the clusters (" + CORES + ")"))
        .addOption(number("data-set", "NAME", DataSet.labels() + " (large)"))
        .addOption(
            number("measured-on", "NAME", "data set whose runs to use (the first session's)"))
        .addOption(number("price-per-core-hour", "P", "in any currency (none)"))
        .addOption(number("assumptions", "FILE", "JSON instead of the built-in assumptions"))
        .addOption(number("seed", "N", "of all that is random (1)"))
        .addOption(number("replications", "N", "simulated skies (10)"))
        .addOption(null, "no-speculation", false, "no duplicate attempts at late tasks");
  }

  @Override
  public int run(CommandLine line, PrintStream out) throws IOException {
    Path folder = SessionInputs.folder(line, "output");
    List<Session> sessions = SessionInputs.sessions(line);
    String dataSet = line.getOptionValue("measured-on", sessions.get(0).dataSet());
    checkMeasured(sessions, dataSet);
    String file = line.getOptionValue("assumptions");
    Assumptions assumptions =
        file == null ? Assumptions.defaults() : Assumptions.read(SessionInputs.existing(file));
    boolean speculation = !line.hasOption("no-speculation");
    List<EngineProfile> profiles =
        new Calibration(
                MeasuredSeries.onMostCores(MeasuredSeries.warm(sessions, dataSet)),
                assumptions,
                speculation)
            .profiles();
    if (profiles.isEmpty()) {
      throw new UsageException(
          "no engine has warm runs of " + dataSet + " with two numbers of frames");
    }
    List<Validation> checks =
        new RealRuns(sessions, dataSet, assumptions, speculation, seed(line)).checks();
    CloudAnalysis analysis =
        simulate(
            line,
            dataSet,
            KnownSky.of(sessions, dataSet, assumptions),
            RepeatScatter.of(MeasuredSeries.warm(sessions, dataSet)),
            checks,
            assumptions,
            profiles);
    ReportFolder.write(folder, "cloud", analysis, CloudPage.of(analysis));
    out.println("simulation: " + folder.resolve("cloud.html"));
    return 0;
  }

  /** Two data sets of one name get others when they are read, which nobody has typed before. */
  private static void checkMeasured(List<Session> sessions, String dataSet) {
    List<String> names = sessions.stream().map(Session::dataSet).distinct().sorted().toList();
    if (!names.contains(dataSet)) {
      throw new UsageException(
          "no session is of the data set %s; there are: %s"
              .formatted(dataSet, String.join(", ", names)));
    }
  }

  private static CloudAnalysis simulate(
      CommandLine line,
      String measuredOn,
      KnownSky sky,
      String scatter,
      List<Validation> checks,
      Assumptions assumptions,
      List<EngineProfile> profiles) {
    DataSet survey = survey(line);
    int frames = survey.frames(1);
    long seed = seed(line);
    int replications = (int) Math.max(1, number(line, "replications", 10));
    double price = number(line, "price-per-core-hour", 0);
    List<Scenario> scenarios =
        Scenario.of(profiles, DataSet.FRAME_BYTES, assumptions.openBytes().value());
    List<CloudRow> rows =
        new Replications(frames, DataSet.FRAME_BYTES, sky.sky(), seed, replications)
            .run(scenarios, cores(line), assumptions, price);
    return new CloudAnalysis(
        CloudAnalysis.SCHEMA,
        survey.label(),
        frames,
        DataSet.FRAME_BYTES,
        measuredOn,
        seed,
        replications,
        price,
        sky.origin(),
        scatter,
        assumptions,
        profiles,
        checks,
        rows);
  }

  private static DataSet survey(CommandLine line) {
    String name = line.getOptionValue("data-set", DataSet.LARGE.label());
    return DataSet.of(name)
        .orElseThrow(
            () -> new UsageException("no such data set: " + name + " (" + DataSet.labels() + ")"));
  }

  private static long seed(CommandLine line) {
    return Math.round(number(line, "seed", 1));
  }

  private static int[] cores(CommandLine line) {
    String text = line.getOptionValue("cores", CORES);
    try {
      int[] cores = Arrays.stream(text.split(",", -1)).mapToInt(Integer::parseInt).toArray();
      if (Arrays.stream(cores).allMatch(number -> number > 0)) {
        return cores;
      }
    } catch (NumberFormatException e) {
      throw usage("cores", text, e);
    }
    throw usage("cores", text, null);
  }

  private static double number(CommandLine line, String option, double absent) {
    String text = line.getOptionValue(option);
    try {
      return text == null ? absent : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw usage(option, text, e);
    }
  }

  private static UsageException usage(String option, String text, NumberFormatException cause) {
    UsageException usage = new UsageException("--" + option + " " + text + " is not a number");
    if (cause != null) {
      usage.initCause(cause);
    }
    return usage;
  }

  private static Option number(String name, String argument, String what) {
    return Option.builder().longOpt(name).hasArg().argName(argument).desc(what).get();
  }
}
