package org.kiramr.bench.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kiramr.bench.report.Analysis;
import org.kiramr.bench.report.SyntheticSession;

class CalibrationTest {
  private static final int[] FRAMES = {50, 100, 200};

  @Test
  void takesContainersFromOneFileAMap() throws Exception {
    Map<String, EngineProfile> profiles =
        profiles(
            new SyntheticSession()
                .engine("mr-yarn", 2, 25, 0.06, FRAMES)
                .engine("mr-yarn-one-file", 2, 15, 1.56, FRAMES)
                .engine("spark-yarn", 2, 20, 0.055, FRAMES)
                .engine("c-batch", 2, 0.1, 0.042, FRAMES));
    EngineProfile mr = profiles.get("mr");
    assertThat(mr.taskSeconds()).isCloseTo(2 * (1.56 - 0.06), within(1e-9));
    // one container a core in a row for 50 and 100 frames, two for 200: a line from 0.5
    assertThat(mr.jobSeconds()).isCloseTo(25 - 0.5 * 3, within(1e-9));
    assertThat(mr.frameSeconds()).isCloseTo(0.12, within(1e-9));
    // 30 of 40 ms in stages are extraction
    assertThat(mr.crowdedShare()).isCloseTo(0.75, within(1e-9));
    assertThat(profiles.get("c-batch").frameSeconds()).isCloseTo(0.084, within(1e-9));
    assertThat(profiles.get("c-waves").waves()).isTrue();
    assertThat(profiles.get("c-ahead").readsAhead()).isTrue();
    assertThat(profiles.get("spark").jobSeconds()).isCloseTo(12, within(1e-9));
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

  private static Map<String, EngineProfile> profiles(SyntheticSession session) throws Exception {
    Analysis analysis = Analysis.of(List.of(session.session()), null);
    return new Calibration(analysis.series(), Assumptions.defaults(), true)
        .profiles().stream().collect(Collectors.toMap(EngineProfile::engine, Function.identity()));
  }
}
