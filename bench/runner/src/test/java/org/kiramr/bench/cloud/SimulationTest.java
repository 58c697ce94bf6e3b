package org.kiramr.bench.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** The simulation where arithmetic says what must come out. */
class SimulationTest {
  private static final double BYTES = 6e6;
  private static final double EXACT = 1e-9;

  @Test
  void evenFramesTakeTheirRounds() {
    for (int cores : new int[] {1, 3, 16}) {
      Outcome outcome =
          run(Profiles.plain(2).build(), ClusterProfile.ideal(cores), Packing.single(), even(100));
      double rounds = Math.ceil(100.0 / cores);
      assertThat(outcome.seconds()).isCloseTo(rounds * 2, within(EXACT));
      assertThat(outcome.byCause().get(Cause.COMPUTE)).isCloseTo(200.0 / cores, within(EXACT));
    }
  }

  @Test
  void packedTasksStartFewerContainers() {
    EngineProfile engine = Profiles.plain(2).task(5).job(7).build();
    Outcome packed = run(engine, ClusterProfile.ideal(4), new Packing("ten", 10), even(80));
    Outcome single = run(engine, ClusterProfile.ideal(4), Packing.single(), even(80));
    assertThat(packed.seconds()).isCloseTo(7 + 2 * (5 + 10 * 2), within(EXACT));
    assertThat(single.seconds()).isCloseTo(7 + 20 * (5 + 2), within(EXACT));
    assertThat(single.attempts()).isEqualTo(80);
  }

  @Test
  void workersStartOnce() {
    Outcome outcome =
        run(
            Profiles.plain(2).worker(9).build(),
            ClusterProfile.ideal(4),
            Packing.single(),
            even(80));
    assertThat(outcome.seconds()).isCloseTo(9 + 20 * 2, within(EXACT));
    assertThat(outcome.byCause().get(Cause.LAUNCH)).isCloseTo(9, within(EXACT));
  }

  @Test
  void planningAndFinishAreOutsideOfTheTasks() {
    Outcome outcome =
        run(
            Profiles.plain(2).plan(0.1).finish(0.5, 2).build(),
            ClusterProfile.ideal(4),
            Packing.single(),
            even(80));
    assertThat(outcome.seconds()).isCloseTo(80 * 0.1 + 40 + 80 * 0.5 / 2, within(EXACT));
  }

  @Test
  void oneDispatcherIsTheLimitOfManyCores() {
    Outcome outcome =
        run(
            Profiles.plain(1).dispatch(0.1).build(),
            ClusterProfile.ideal(1000),
            Packing.single(),
            even(2000));
    // ten tasks a second, whatever the number of cores; the last takes its second
    assertThat(outcome.seconds()).isCloseTo(2000 * 0.1 + 1, within(1e-6));
    assertThat(outcome.share(Cause.DISPATCH) + outcome.share(Cause.IDLE)).isGreaterThan(0.9);
  }

  @Test
  void wavesWaitForTheirSlowest() {
    double[] crowding = {1, 3, 1, 1, 2, 1};
    EngineProfile engine = Profiles.plain(1).crowded(1).waves().build();
    Outcome outcome = run(engine, ClusterProfile.ideal(2), Packing.single(), crowding);
    assertThat(outcome.seconds()).isCloseTo(3 + 1 + 2, within(EXACT));
    assertThat(outcome.byCause().get(Cause.IDLE)).isCloseTo((2 + 0 + 1) / 2.0, within(EXACT));
    Outcome dynamic =
        run(
            Profiles.plain(1).crowded(1).build(),
            ClusterProfile.ideal(2),
            Packing.single(),
            crowding);
    assertThat(dynamic.seconds()).isCloseTo(5, within(EXACT));
  }

  @Test
  void storageAddsToAnEngineThatDoesNotReadAhead() {
    // 4 cores share 6 MB/s: a frame of 6 MB takes four seconds to read and one to extract
    ClusterProfile slow = new ClusterProfile(4, 4, 6e6, 1e12, 0, 1, 0, 1);
    double waiting = run(Profiles.plain(1).build(), slow, Packing.single(), even(40)).seconds();
    double ahead =
        run(Profiles.plain(1).readsAhead().build(), slow, Packing.single(), even(40)).seconds();
    assertThat(waiting).isCloseTo(10 * 5, within(EXACT));
    assertThat(ahead).isCloseTo(10 * 4, within(EXACT));
    ClusterProfile narrow = new ClusterProfile(4, 1, 1e12, 6e6, 0, 1, 0, 1);
    assertThat(run(Profiles.plain(1).build(), narrow, Packing.single(), even(40)).seconds())
        .isCloseTo(10 * 5, within(EXACT));
  }

  @Test
  void slowNodesTakeLonger() {
    ClusterProfile slow = new ClusterProfile(4, 2, 1e12, 1e12, 1, 1.5, 0, 1);
    Outcome outcome = run(Profiles.plain(2).build(), slow, Packing.single(), even(40));
    assertThat(outcome.seconds()).isCloseTo(10 * 3, within(1e-3));
    assertThat(outcome.share(Cause.SLOW)).isCloseTo(1.0 / 3, within(1e-3));
  }

  @Test
  void duplicateAttemptsShortenTheTail() {
    ClusterProfile unlucky = new ClusterProfile(8, 8, 1e12, 1e12, 0, 1, 0.02, 50);
    double with = 0;
    double without = 0;
    for (long seed = 0; seed < 20; seed++) {
      with +=
          run(Profiles.plain(1).speculates().build(), unlucky, Packing.single(), even(200), seed)
              .seconds();
      without +=
          run(Profiles.plain(1).build(), unlucky, Packing.single(), even(200), seed).seconds();
    }
    assertThat(with).isLessThan(0.8 * without);
  }

  @Test
  void aLateTaskIsOvertaken() {
    // one frame in ten of ten times the work: the copy, on a core as fast, cannot help
    double[] crowding = even(10);
    crowding[9] = 10;
    EngineProfile engine = Profiles.plain(1).crowded(1).speculates().build();
    Outcome outcome = run(engine, ClusterProfile.ideal(10), Packing.single(), crowding);
    assertThat(outcome.seconds()).isCloseTo(10, within(EXACT));
    assertThat(outcome.attempts()).isEqualTo(11);
    assertThat(outcome.byCause().get(Cause.SPECULATION)).isPositive();
  }

  @Test
  void everySecondOfEveryCoreHasACause() {
    ClusterProfile cluster = new ClusterProfile(64, 16, 5e8, 1e9, 0.3, 1.5, 0.02, 5);
    UniformRandomProvider random = random(3);
    double[] crowding = Sky.logNormal(1.2, 0.3, 50).crowding(5000, random);
    EngineProfile busy =
        Profiles.plain(0.1)
            .crowded(0.6)
            .task(2)
            .worker(1)
            .dispatch(0.004)
            .plan(0.001)
            .job(20)
            .finish(0.01, 8)
            .speculates()
            .build();
    for (EngineProfile engine :
        Arrays.asList(busy, Profiles.plain(0.1).crowded(1).waves().build())) {
      Outcome outcome = run(engine, cluster, new Packing("seven", 7), crowding);
      double sum = outcome.byCause().values().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(sum).isCloseTo(outcome.seconds(), within(1e-6));
    }
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    ClusterProfile cluster = new ClusterProfile(64, 16, 5e8, 1e9, 0.3, 1.5, 0.02, 5);
    EngineProfile engine = Profiles.plain(0.1).task(2).speculates().build();
    Outcome once = run(engine, cluster, Packing.single(), even(3000), 5);
    assertThat(run(engine, cluster, Packing.single(), even(3000), 5)).isEqualTo(once);
    assertThat(run(engine, cluster, Packing.single(), even(3000), 6).seconds())
        .isNotEqualTo(once.seconds());
  }

  private static double[] even(int frames) {
    double[] crowding = new double[frames];
    Arrays.fill(crowding, 1);
    return crowding;
  }

  private static Outcome run(
      EngineProfile engine, ClusterProfile cluster, Packing packing, double[] crowding) {
    return run(engine, cluster, packing, crowding, 1);
  }

  private static Outcome run(
      EngineProfile engine, ClusterProfile cluster, Packing packing, double[] crowding, long seed) {
    return new Simulation(engine, cluster, new Work(engine, packing, crowding, BYTES), random(seed))
        .run();
  }

  private static UniformRandomProvider random(long seed) {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }
}
