package org.kiramr.bench.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.record.Stage;
import org.kiramr.bench.report.Analysis;
import org.kiramr.bench.report.SyntheticSession;

class CalibrationTest {
  private static final int[] FRAMES = {50, 100, 200};

  @Test
  void takesContainersFromOneFileAMap() throws Exception {
    int[] frames = {100, 200, 400};
    Map<String, EngineProfile> profiles =
        profiles(
            new SyntheticSession()
                .engine("mr-yarn", 2, 25, 0.06, frames)
                .engine("mr-yarn-one-file", 2, 15, 1.56, frames)
                .engine("spark-yarn", 2, 20, 0.055, frames)
                .engine("c-batch", 2, 0.1, 0.042, frames));
    EngineProfile mr = profiles.get("mr");
    assertThat(mr.taskSeconds()).isCloseTo(2 * (1.56 - 0.06), within(1e-9));
    // one container a core in a row for 100 and 200 frames, two for 400: a line from 0.5
    assertThat(mr.jobSeconds()).isCloseTo(25 - 0.5 * 3, within(1e-9));
    // of 28, 34 and 43 s without them; a local run would not know what HDFS costs
    assertThat(mr.frameSeconds()).isCloseTo(2 * 2300 / (140_000 / 3.0), within(1e-9));
    // 30 of 40 ms in stages are extraction
    assertThat(mr.crowdedShare()).isCloseTo(0.75, within(1e-9));
    assertThat(profiles.get("c-batch").frameSeconds()).isCloseTo(0.084, within(1e-9));
    assertThat(profiles.get("c-waves").waves()).isTrue();
    assertThat(profiles.get("c-ahead").readsAhead()).isTrue();
    assertThat(profiles.get("spark").jobSeconds()).isCloseTo(12, within(1e-9));
  }

  /** Its own frames and its own fixed cost, and nothing read while a frame is extracted. */
  @Test
  void binaryFilesIsASparkThatDoesNotReadAhead() throws Exception {
    SyntheticSession session =
        new SyntheticSession()
            .engine("spark-local", 2, 4, 0.05, FRAMES)
            .engine("spark-yarn", 2, 20, 0.055, FRAMES)
            .engine("spark-local-binaryfiles", 2, 5, 0.06, FRAMES);
    EngineProfile spark = profiles(session).get(Calibration.SPARK);
    EngineProfile withoutItsOwn = profiles(session).get(Calibration.SPARK_BINARY_FILES);
    assertThat(spark.readsAhead()).isTrue();
    assertThat(spark.frameSeconds()).as("from HDFS").isCloseTo(0.11, within(1e-9));
    assertThat(withoutItsOwn.readsAhead()).isFalse();
    assertThat(withoutItsOwn.frameSeconds()).isCloseTo(0.12, within(1e-9));
    assertThat(withoutItsOwn.jobSeconds()).isCloseTo(spark.jobSeconds(), within(1e-9));
    session.engine("spark-yarn-binaryfiles", 2, 23, 0.065, FRAMES);
    EngineProfile own = profiles(session).get(Calibration.SPARK_BINARY_FILES);
    assertThat(own.jobSeconds()).isCloseTo(15, within(1e-9));
    assertThat(own.frameSeconds()).isCloseTo(0.13, within(1e-9));
    assertThat(own.origins()).anyMatch(origin -> origin.contains("spark-yarn-binaryfiles less"));
  }

  @Test
  void withoutACounterShuffleStaysInTheFrame() throws Exception {
    EngineProfile mr = profiles(withStages(Map.of(Stage.WRITE, 0.004))).get(Calibration.MAP_REDUCE);
    assertThat(mr.finishSecondsPerFrame()).isCloseTo(0.004, within(1e-9));
    assertThat(mr.frameSeconds()).isCloseTo(0.1 - 0.004, within(1e-9));
    assertThat(mr.origins()).anyMatch(origin -> origin.contains("shuffle is in it"));
    assertThat(mr.origins()).noneMatch(origin -> origin.startsWith("shuffle of"));
  }

  /** The counter is a sum over tasks: core seconds, whatever the number of cores. */
  @Test
  void aCountedShuffleIsTakenOutOfTheFrameOnce() throws Exception {
    EngineProfile mr =
        profiles(withStages(Map.of(Stage.WRITE, 0.004, Stage.SHUFFLE, 0.006)))
            .get(Calibration.MAP_REDUCE);
    assertThat(mr.finishSecondsPerFrame()).isCloseTo(0.01, within(1e-9));
    assertThat(mr.frameSeconds() + mr.finishSecondsPerFrame()).isCloseTo(0.1, within(1e-9));
    assertThat(mr.origins()).anyMatch(origin -> origin.startsWith("shuffle of a frame 6.0 ms"));
  }

  /** One process merges while the other core waits: twice its time is missing from the frames. */
  @Test
  void theMergeOfCIsOneProcess() throws Exception {
    EngineProfile c =
        profiles(withStages("c-batch", Map.of(Stage.WRITE, 0.004, Stage.SHUFFLE, 0.006)))
            .get(Calibration.C_BATCH);
    assertThat(c.finishTasks()).isEqualTo(1);
    assertThat(c.finishSecondsPerFrame()).isCloseTo(0.006, within(1e-9));
    assertThat(c.frameSeconds()).isCloseTo(0.1 - 2 * 0.006, within(1e-9));
  }

  @Test
  void localRunsAndAssumptionsWillDo() throws Exception {
    EngineProfile mr =
        profiles(new SyntheticSession().engine("mr-local", 2, 4, 0.05, FRAMES)).get("mr");
    assertThat(mr.frameSeconds()).isCloseTo(0.1, within(1e-9));
    assertThat(mr.taskSeconds()).isEqualTo(Assumptions.defaults().containerSeconds().value());
    assertThat(mr.origins()).anyMatch(origin -> origin.contains("assumed"));
  }

  @Test
  void aRunWithoutFramesCostsNoLessThanNothing() throws Exception {
    EngineProfile c =
        profiles(new SyntheticSession().engine("c-batch", 2, -0.5, 0.05, FRAMES)).get("c-batch");
    assertThat(c.jobSeconds()).isZero();
    // sum of t n by sum of n n: the runs with most frames weigh most
    double perFrame = (2 * 50 + 4.5 * 100 + 9.5 * 200) / (50 * 50 + 100 * 100 + 200 * 200);
    assertThat(c.frameSeconds()).isCloseTo(2 * perFrame, within(1e-9));
  }

  private static Session withStages(Map<Stage, Double> ofFrame) {
    return withStages("mr-local", ofFrame);
  }

  /** 0.1 core seconds a frame, and stages beside those of all synthetic runs. */
  private static Session withStages(String engine, Map<Stage, Double> ofFrame) {
    Session session = new SyntheticSession().engine(engine, 2, 4, 0.05, FRAMES).session();
    return session.withRuns(
        session.runs().stream()
            .map(
                run -> {
                  Map<Stage, Double> stages = new EnumMap<>(run.stageSeconds());
                  ofFrame.forEach((stage, seconds) -> stages.put(stage, seconds * run.frames()));
                  return Altered.stages(run, stages);
                })
            .toList());
  }

  private static Map<String, EngineProfile> profiles(SyntheticSession session) throws Exception {
    return profiles(session.session());
  }

  private static Map<String, EngineProfile> profiles(Session session) throws Exception {
    Analysis analysis = Analysis.of(List.of(session), null);
    return new Calibration(analysis.series(), Assumptions.defaults(), true)
        .profiles().stream().collect(Collectors.toMap(EngineProfile::engine, Function.identity()));
  }
}
