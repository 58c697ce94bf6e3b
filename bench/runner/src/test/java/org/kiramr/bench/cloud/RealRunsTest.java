package org.kiramr.bench.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiramr.bench.record.FrameDetections;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.record.SessionFile;
import org.kiramr.bench.report.SyntheticSession;

class RealRunsTest {
  /**
   * A short session of {@code bench run} that was really measured, the paths in its commands left
   * out.
   */
  private static final String RECORDED = "/org/kiramr/bench/cloud/recorded-session.json";

  @Test
  void foretellsRunsThatCostWhatTheSimulationSays() throws Exception {
    List<Validation> checks =
        checks(
            new SyntheticSession()
                .engine("c-batch", 2, 0.1, 0.04, 50, 100, 200)
                .engine("c-batch", 1, 0.1, 0.08, 50, 100, 200));
    assertThat(checks).hasSize(6);
    assertThat(checks).filteredOn(check -> !check.seen()).hasSize(4);
    assertThat(checks).allSatisfy(check -> assertThat(check.error()).isCloseTo(0, within(0.05)));
    // frames are not all alike, so runs on two cores do not end at once
    assertThat(checks)
        .filteredOn(check -> check.cores() == 2)
        .allSatisfy(check -> assertThat(check.percentile5()).isLessThan(check.percentile95()));
  }

  @Test
  void foretellsContainersByTheCalibrationOfLargeClusters() throws Exception {
    List<Validation> checks =
        checks(
            new SyntheticSession()
                .engine("mr-local", 2, 4, 0.05, 50, 100, 200)
                .engine("mr-yarn", 2, 25, 0.06, 50, 100, 200)
                .engine("mr-yarn-one-file", 2, 15, 1.56, 50, 100));
    // containers: 2 x (1.56 - 0.06) = 3 s; the job: 25 s less one of those
    assertThat(of(checks, "mr-yarn-one-file", 100))
        .satisfies(
            check ->
                assertThat(check.simulatedSeconds())
                    .isCloseTo(25 - 3 + 50 * (3 + 0.12), within(4.0)))
        .satisfies(check -> assertThat(check.error()).isCloseTo(0, within(0.1)));
    assertThat(of(checks, "mr-yarn", 200).error()).isCloseTo(0, within(0.15));
    assertThat(of(checks, "mr-local", 200).error()).isCloseTo(0, within(0.05));
  }

  @Test
  void showsWhereTheSimulationIsWrong() throws Exception {
    // a core alone takes twice as long as each of two, which the simulation does not foretell
    List<Validation> checks =
        checks(
            new SyntheticSession()
                .engine("c-batch", 2, 0.1, 0.04, 50, 100, 200)
                .engine("c-batch", 1, 0.1, 0.16, 50, 100, 200));
    assertThat(checks)
        .filteredOn(check -> check.cores() == 1)
        .hasSize(3)
        .allSatisfy(check -> assertThat(check.error()).isLessThan(-0.4));
  }

  @Test
  void aRunHasTheDetectionsThatItHad() throws Exception {
    Session session =
        new SyntheticSession().engine("c-batch", 2, 0.1, 0.04, 50, 100, 200).session();
    Session crowded =
        session.withRuns(
            session.runs().stream()
                .map(
                    run ->
                        run.frames() == 200 ? Altered.detections(run, 2 * run.detections()) : run)
                .toList());
    // 30 of 40 ms grow with the detections
    assertThat(
            of(checks(crowded), "c-batch", 200).simulatedSeconds()
                / of(checks(session), "c-batch", 200).simulatedSeconds())
        .isCloseTo(1.75, within(0.05));
  }

  /** All frames alike: two cores end together on each sky, which the assumed sky denies. */
  @Test
  void skiesAreSpreadAsTheSessionSays() throws Exception {
    Session session =
        new SyntheticSession().engine("c-batch", 2, 0.1, 0.04, 50, 100, 200).session();
    Validation assumed = of(checks(session), "c-batch", 200);
    assertThat(assumed.percentile95()).isGreaterThan(assumed.percentile5() * 1.001);
    FrameDetections even = new FrameDetections(200, List.of(500.0, 500.0));
    Validation measured = of(checks(session.withFrameDetections(even)), "c-batch", 200);
    assertThat(measured.percentile95()).isCloseTo(measured.percentile5(), within(1e-9));
  }

  @Test
  void foretellsBinaryFiles() throws Exception {
    assertThat(
            checks(
                new SyntheticSession()
                    .engine("spark-local-binaryfiles", 2, 5, 0.06, 50, 100, 200)
                    .engine("spark-yarn-binaryfiles", 2, 23, 0.06, 50, 100, 200)))
        .filteredOn(check -> !check.seen())
        .hasSize(2)
        .allSatisfy(check -> assertThat(check.error()).isCloseTo(0, within(0.15)));
  }

  @Test
  void enginesThatAreNotSimulatedAreLeftOut() throws Exception {
    assertThat(
            checks(
                new SyntheticSession()
                    .engine("python", 2, 1, 0.05, 50, 100, 200)
                    .engine("spark-local", 2, 6, 0.05, 50, 100)))
        .extracting(Validation::engine, Validation::seen)
        .containsExactly(tuple("spark-local", true), tuple("spark-local", true));
  }

  @Test
  void foretellsARecordedSession() throws Exception {
    Path file = Path.of(RealRunsTest.class.getResource(RECORDED).toURI());
    List<Validation> unseen =
        checks(SessionFile.read(file)).stream().filter(check -> !check.seen()).toList();
    assertThat(unseen).isNotEmpty();
    // loosely: other work ran on that machine
    assertThat(unseen).allSatisfy(check -> assertThat(Math.abs(check.error())).isLessThan(0.5));
  }

  private static Validation of(List<Validation> checks, String engine, int frames) {
    return checks.stream()
        .filter(check -> check.engine().equals(engine) && check.frames() == frames)
        .findFirst()
        .orElseThrow();
  }

  private static List<Validation> checks(SyntheticSession session) throws Exception {
    return checks(session.session());
  }

  private static List<Validation> checks(Session session) throws Exception {
    return new RealRuns(List.of(session), session.dataSet(), Assumptions.defaults(), true, 1)
        .checks();
  }
}
