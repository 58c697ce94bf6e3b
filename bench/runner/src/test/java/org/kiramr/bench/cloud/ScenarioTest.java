package org.kiramr.bench.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.report.Analysis;
import org.kiramr.bench.report.SyntheticSession;

class ScenarioTest {
  private static final double MIB = 1 << 20;
  private static final double FRAME = 7 * MIB;

  @Test
  void bothEnginesAreCutByTheSameSizesAndByTheirOwnRule() throws Exception {
    Map<String, Scenario> scenarios = scenarios();
    for (String engine : List.of("MapReduce", "Spark")) {
      assertThat(scenarios.keySet())
          .filteredOn(name -> name.startsWith(engine + ","))
          .filteredOn(name -> !name.equals(Scenario.ONE_FILE))
          .containsExactlyInAnyOrder(
              engine + ", automatic",
              engine + ", 32 MB a task",
              engine + ", 128 MB a task",
              engine + ", 256 MB a task",
              engine + ", 1024 MB a task");
    }
    assertThat(scenarios.keySet())
        .filteredOn(Scenario::isSize)
        .allSatisfy(
            name ->
                assertThat(on(scenarios.get(name), 16)).isEqualTo(on(scenarios.get(name), 512)));
  }

  /** 100,000 frames: 50,000 MiB a core on 16, 1,563 on 512. */
  @Test
  void theAutomaticRuleIsThatOfAClusterAndOfItsCores() throws Exception {
    Map<String, Scenario> scenarios = scenarios();
    AutomaticSplits rule = new AutomaticSplits(MIB);
    for (String name : List.of("MapReduce", "Spark", "Spark binaryFiles")) {
      Scenario automatic = scenarios.get(name + ", automatic");
      assertThat(on(automatic, 16)).isEqualTo(128);
      assertThat(on(automatic, 512)).isEqualTo(66);
      assertThat(on(automatic, 512))
          .isEqualTo(rule.packing("mr-yarn", 512, 100_000, FRAME).framesPerTask());
    }
  }

  @Test
  void withoutItsRunsBinaryFilesIsNoScenario() throws Exception {
    assertThat(
            scenarios(new SyntheticSession().engine("spark-local", 2, 4, 0.05, 50, 100).session()))
        .containsKey("Spark, automatic")
        .doesNotContainKey("Spark binaryFiles, automatic");
  }

  private static int on(Scenario scenario, int cores) {
    return scenario.packing().on(cores, 100_000, FRAME).framesPerTask();
  }

  private static Map<String, Scenario> scenarios() throws Exception {
    return scenarios(
        new SyntheticSession()
            .engine("mr-local", 2, 4, 0.05, 50, 100)
            .engine("spark-local", 2, 4, 0.05, 50, 100)
            .engine("spark-yarn-binaryfiles", 2, 23, 0.06, 50, 100)
            .session());
  }

  private static Map<String, Scenario> scenarios(Session session) throws Exception {
    List<EngineProfile> profiles =
        new Calibration(Analysis.of(List.of(session), null).series(), Assumptions.defaults(), true)
            .profiles();
    return Scenario.of(profiles, FRAME, MIB).stream()
        .collect(Collectors.toMap(Scenario::name, Function.identity()));
  }
}
