package org.kiramr.bench.cloud;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kiramr.bench.page.Numbers;
import org.kiramr.bench.record.Stage;
import org.kiramr.bench.report.EngineName;
import org.kiramr.bench.report.SeriesAnalysis;
import org.kiramr.bench.report.SeriesKey;
import org.kiramr.bench.report.StageCost;
import org.kiramr.bench.stat.LinearFit;

/**
 * Engines as they would behave on a large cluster, from how they behaved here. What was measured is
 * taken from there; what one machine cannot tell, from the assumptions; each says which.
 */
final class Calibration {
  /** MapReduce on a cluster, however it packs. */
  static final String MAP_REDUCE = "mr";

  /** Spark with our input format. */
  static final String SPARK = "spark";

  /** Spark with its own way of reading whole files. */
  static final String SPARK_BINARY_FILES = "spark-binaryfiles";

  /** The same on YARN, as it is measured. */
  static final String YARN_BINARY_FILES = "spark-yarn-binaryfiles";

  /** C as it is measured: a process a core takes frame after frame. */
  static final String C_BATCH = "c-batch";

  /** C with two processes a core, so that one reads while the other works. */
  static final String C_AHEAD = "c-ahead";

  /** C with a barrier after each frame a core, as Kira's opponent had. */
  static final String C_WAVES = "c-waves";

  private static final String LOCAL_BINARY_FILES = "spark-local-binaryfiles";

  /** The most reduce tasks that the job chooses by itself. */
  private static final int MOST_REDUCERS = 64;

  private final List<SeriesAnalysis> series;
  private final Assumptions assumptions;
  private final boolean speculation;

  /**
   * Takes what was measured.
   *
   * @param series of one data set, warm, one for an engine
   * @param speculation whether engines that can start duplicate attempts do
   */
  Calibration(List<SeriesAnalysis> series, Assumptions assumptions, boolean speculation) {
    this.series =
        series.stream()
            .filter(one -> one.wall() != null && one.wall().marginal().value() > 0)
            .toList();
    this.assumptions = assumptions;
    this.speculation = speculation;
  }

  /** The engines that were measured, and two other ways of handing out files to C. */
  List<EngineProfile> profiles() {
    List<EngineProfile> profiles = new ArrayList<>();
    // on YARN first: there the frames come from HDFS
    first("mr-yarn", "mr-local").map(this::mapReduce).ifPresent(profiles::add);
    first("spark-yarn", "spark-local").map(this::spark).ifPresent(profiles::add);
    first(YARN_BINARY_FILES, LOCAL_BINARY_FILES).map(this::binaryFiles).ifPresent(profiles::add);
    Optional<SeriesAnalysis> c = first("c-batch");
    for (String way : List.of(C_BATCH, C_AHEAD, C_WAVES)) {
      c.map(batch -> c(batch, way)).ifPresent(profiles::add);
    }
    return profiles;
  }

  /**
   * An engine as it ran here, if it is one of those: on YARN, and C, as {@link #profiles} has it
   * for large clusters; in one process without what only a cluster costs.
   */
  Optional<EngineProfile> asMeasured(String engine) {
    return switch (engine) {
      case "mr-local", "spark-local", LOCAL_BINARY_FILES -> first(engine).map(this::inOneProcess);
      case "mr-yarn", "mr-yarn-one-file" -> first("mr-yarn", "mr-local").map(this::mapReduce);
      case "spark-yarn" -> first("spark-yarn", "spark-local").map(this::spark);
      case YARN_BINARY_FILES -> first(YARN_BINARY_FILES, LOCAL_BINARY_FILES).map(this::binaryFiles);
      case C_BATCH -> first(C_BATCH).map(batch -> c(batch, C_BATCH));
      default -> Optional.empty();
    };
  }

  private EngineProfile inOneProcess(SeriesAnalysis one) {
    double job = fixedSeconds(one);
    return build(
        one,
        one.key().engine(),
        job,
        0,
        0,
        0,
        0,
        new ArrayList<>(List.of(say("job", job, "fixed cost of " + one.key().label()))));
  }

  private EngineProfile mapReduce(SeriesAnalysis one) {
    List<String> origins = new ArrayList<>();
    double container = assumptions.containerSeconds().value();
    Optional<SeriesAnalysis> single = first("mr-yarn-one-file");
    if (single.isPresent() && coreSeconds(single.get()) > coreSeconds(one)) {
      container = coreSeconds(single.get()) - coreSeconds(one);
      origins.add(
          say(
              "container",
              container,
              "mr-yarn-one-file's frame less " + one.key().engine() + "'s"));
    } else {
      origins.add(say("container", container, "assumed"));
    }
    double job = assumptions.jobSeconds().value();
    SeriesAnalysis frames = one;
    if (EngineName.onYarn(one.key().engine())) {
      frames = withoutContainers(one, container);
      job = fixedSeconds(frames);
      origins.add(say("job", job, "fixed cost of mr-yarn less that of its containers"));
    } else {
      origins.add(say("job", job, "assumed"));
    }
    return build(
        frames,
        MAP_REDUCE,
        job,
        assumptions.mapReducePlanSeconds().value(),
        assumptions.mapReduceDispatchSeconds().value(),
        container,
        0,
        origins);
  }

  private EngineProfile spark(SeriesAnalysis one) {
    return spark(one, SPARK, "spark-yarn");
  }

  private EngineProfile binaryFiles(SeriesAnalysis one) {
    return spark(one, SPARK_BINARY_FILES, YARN_BINARY_FILES, "spark-yarn");
  }

  private EngineProfile spark(SeriesAnalysis one, String name, String... onYarn) {
    List<String> origins = new ArrayList<>();
    double executor = assumptions.executorSeconds().value();
    origins.add(say("executor", executor, "assumed"));
    double job = assumptions.jobSeconds().value();
    Optional<SeriesAnalysis> yarn = first(onYarn);
    if (yarn.isPresent()) {
      job = Math.max(0, yarn.get().wall().fixed().value() - executor);
      String measured = yarn.get().key().engine();
      origins.add(say("job", job, "fixed cost of " + measured + " less that of its executors"));
    } else {
      origins.add(say("job", job, "assumed"));
    }
    return build(
        one,
        name,
        job,
        assumptions.mapReducePlanSeconds().value(),
        assumptions.sparkDispatchSeconds().value(),
        0,
        executor,
        origins);
  }

  /**
   * The Java engines share the last stage among reduce tasks, and can speculate. Our input format
   * reads ahead; binaryFiles does not.
   */
  private EngineProfile build(
      SeriesAnalysis one,
      String name,
      double job,
      double plan,
      double dispatch,
      double task,
      double worker,
      List<String> origins) {
    // counters, summed over tasks: core seconds, as the slope by the cores is, which has them in it
    double write = Math.max(0, stage(one, Stage.WRITE));
    double shuffle = Math.max(0, stage(one, Stage.SHUFFLE));
    double frame = coreSeconds(one) - write - shuffle;
    if (frame <= 0) {
      write = 0;
      shuffle = 0;
      frame = coreSeconds(one);
    }
    boolean toldShuffle = one.stages().stream().anyMatch(cost -> cost.stage() == Stage.SHUFFLE);
    origins.add(
        say(
            "frame",
            frame,
            "slope of "
                + one.key().label()
                + " by its cores, less "
                + (toldShuffle ? "writing and shuffle" : "writing; shuffle is in it")));
    origins.add(say("writing of a frame", write, "slope of that stage"));
    if (toldShuffle) {
      origins.add(say("shuffle of a frame", shuffle, "slope of that stage"));
    }
    return new EngineProfile(
        name,
        job,
        plan,
        dispatch,
        task,
        worker,
        frame,
        crowdedShare(one),
        write + shuffle,
        MOST_REDUCERS,
        !one.key().engine().endsWith("binaryfiles"),
        false,
        speculation,
        origins);
  }

  private EngineProfile c(SeriesAnalysis one, String name) {
    double merge = Math.max(0, stage(one, Stage.SHUFFLE));
    // while one process merges, the other cores wait
    double frame = coreSeconds(one) - merge * one.key().cores();
    if (frame <= 0) {
      merge = 0;
      frame = coreSeconds(one);
    }
    double job = fixedSeconds(one);
    return new EngineProfile(
        name,
        job,
        assumptions.cPlanSeconds().value(),
        assumptions.cDispatchSeconds().value(),
        0,
        0,
        frame,
        crowdedShare(one),
        merge,
        1,
        name.equals(C_AHEAD),
        name.equals(C_WAVES),
        false,
        List.of(
            say("job", job, "fixed cost of c-batch"),
            say("frame", frame, "slope of " + one.key().label() + " by its cores, less the merge"),
            say("merge of a frame, by one process", merge, "slope of that stage")));
  }

  private double crowdedShare(SeriesAnalysis one) {
    double crowded =
        stage(one, Stage.EXTRACT) + stage(one, Stage.PHOTOMETRY) + stage(one, Stage.SKY);
    double even =
        Arrays.stream(new Stage[] {Stage.READ, Stage.DECODE, Stage.BACKGROUND})
            .mapToDouble(stage -> stage(one, stage))
            .sum();
    boolean told = crowded > 0 && even > 0;
    return told ? crowded / (crowded + even) : assumptions.crowdedShare().value();
  }

  private static double stage(SeriesAnalysis one, Stage stage) {
    return one.stages().stream()
        .filter(cost -> cost.stage() == stage)
        .mapToDouble(StageCost::perFrameSeconds)
        .sum();
  }

  /** The series as if containers cost nothing, of which larger inputs have more in a row. */
  private SeriesAnalysis withoutContainers(SeriesAnalysis yarn, double container) {
    SeriesKey key = yarn.key();
    double frameBytes = yarn.largest().inputBytes() / yarn.largest().frames();
    AutomaticSplits splits = new AutomaticSplits(assumptions.openBytes().value());
    List<SeriesAnalysis.RunPoint> points =
        yarn.points().stream()
            .map(
                run -> {
                  int waves = splits.waves(key.engine(), key.cores(), run.frames(), frameBytes);
                  double wall = run.wallSeconds() - waves * container;
                  return new SeriesAnalysis.RunPoint(
                      run.frames(), run.repeat(), wall, run.cpuSeconds());
                })
            .toList();
    return LinearFit.of(
            points.stream().mapToDouble(SeriesAnalysis.RunPoint::frames).toArray(),
            points.stream().mapToDouble(SeriesAnalysis.RunPoint::wallSeconds).toArray())
        .filter(line -> line.marginal().value() > 0)
        .map(
            line ->
                new SeriesAnalysis(
                    key, yarn.runs(), line, yarn.cpu(), yarn.medians(), yarn.stages(), points))
        .orElse(yarn);
  }

  /** What a run takes without frames; less than nothing is scatter. */
  private static double fixedSeconds(SeriesAnalysis one) {
    return Math.max(0, one.wall().fixed().value());
  }

  /** What a frame takes of one core, all of the machine's disturbances included. */
  private static double coreSeconds(SeriesAnalysis one) {
    double marginal =
        one.wall().fixed().value() < 0 ? throughOrigin(one) : one.wall().marginal().value();
    return marginal * one.key().cores();
  }

  /** The slope of the line that costs nothing without frames. */
  private static double throughOrigin(SeriesAnalysis one) {
    double products = 0;
    double squares = 0;
    for (SeriesAnalysis.RunPoint run : one.points()) {
      products += run.wallSeconds() * run.frames();
      squares += (double) run.frames() * run.frames();
    }
    return products / squares;
  }

  private Optional<SeriesAnalysis> first(String... engines) {
    return Arrays.stream(engines)
        .flatMap(engine -> series.stream().filter(one -> one.key().engine().equals(engine)))
        .findFirst();
  }

  private static String say(String what, double seconds, String origin) {
    String number = seconds < 1 ? Numbers.millis(seconds) + " ms" : Numbers.seconds(seconds) + " s";
    return what + " " + number + " (" + origin + ")";
  }
}
