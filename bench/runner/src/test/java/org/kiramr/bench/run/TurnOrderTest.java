package org.kiramr.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kiramr.bench.engine.Engine;
import org.kiramr.bench.engine.Engines;

class TurnOrderTest {
  private static final List<Engine> ENGINES =
      new Engines(Path.of("/checkout"), Optional.of(Path.of("/conf")))
          .choose(List.of("mr-local", "c-batch", "mr-yarn"));

  private static String names(List<Turn> turns) {
    return turns.stream()
        .map(turn -> turn.engine().name() + turn.frames())
        .collect(Collectors.joining(" "));
  }

  @Test
  void enginesTakeTurnsAndTheFirstOneChanges() {
    List<Turn> turns =
        TurnOrder.of(ENGINES.subList(0, 2), List.of(10, 20), List.of(), 2, List.of(2));
    assertThat(names(turns))
        .isEqualTo(
            "mr-local10 c-batch10 c-batch20 mr-local20 mr-local20 c-batch20 c-batch10 mr-local10");
    assertThat(turns).extracting(Turn::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(turns).extracting(Turn::repeat).containsExactly(1, 1, 1, 1, 2, 2, 2, 2);
  }

  @Test
  void clustersHaveNumbersOfFramesOfTheirOwn() {
    List<Turn> turns = TurnOrder.of(ENGINES, List.of(10, 40), List.of(20, 10), 1, List.of(1));
    assertThat(names(turns))
        .isEqualTo("mr-local10 c-batch10 mr-yarn10 mr-yarn20 mr-local40 c-batch40");
  }

  @Test
  void everyEngineHasEverySizeEveryTimeWithEveryNumberOfCores() {
    List<Turn> turns = TurnOrder.of(ENGINES, List.of(1, 2), List.of(1, 2), 3, List.of(1, 2));
    assertThat(turns).hasSize(3 * 2 * 3 * 2);
    assertThat(
            turns.stream()
                .collect(Collectors.groupingBy(Turn::engine, Collectors.counting()))
                .values())
        .containsOnly(12L);
    assertThat(turns.stream().map(Function.identity()).distinct()).hasSize(turns.size());
  }
}
