package org.kiramr.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnginesTest {
  private static final Path ROOT = Path.of("/checkout");
  private static final Work WORK = new Work(Path.of("/data/list.txt"), "/data/out", 2);

  private final Engines local = new Engines(ROOT, Optional.empty());
  private final Engines all = new Engines(ROOT, Optional.of(Path.of("/cluster/conf")));

  @Test
  void fillsInListOutputAndCores() {
    Engine engine = local.choose(List.of("c-batch")).get(0);
    assertThat(engine.command(WORK))
        .containsExactly(
            "/checkout/bench/c/build/kira-c",
            "-v",
            "-j",
            "2",
            "-o",
            "/data/out",
            "@/data/list.txt");
  }

  @Test
  void keepsLocalEnginesAwayFromACluster() {
    assertThat(all.choose(List.of("mr-local")).get(0).environment())
        .containsEntry("HADOOP_CONF_DIR", "");
    Engine yarn = all.choose(List.of("mr-yarn")).get(0);
    assertThat(yarn.environment()).containsEntry("HADOOP_CONF_DIR", "/cluster/conf");
    assertThat(yarn.place()).isEqualTo(Place.CLUSTER);
    assertThat(yarn.command(WORK)).contains("@file:///data/list.txt");
  }

  @Test
  void groupsAreInAFixedOrderAndEachEngineIsThereOnce() {
    assertThat(local.choose(List.of("all-local")))
        .extracting(Engine::name)
        .containsExactly(
            "mr-local",
            "spark-local",
            "spark-local-binaryfiles",
            "c-batch",
            "c-process-a-file",
            "python");
    assertThat(all.choose(List.of("all-local"))).isEqualTo(local.choose(List.of("all-local")));
    assertThat(all.choose(List.of("c-batch", "all")))
        .extracting(Engine::name)
        .startsWith("c-batch", "mr-local")
        .contains("mr-yarn-one-file", "spark-yarn", "spark-yarn-binaryfiles")
        .doesNotHaveDuplicates();
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> local.choose(List.of("all")))
        .hasMessageContaining("all engines need a cluster")
        .hasMessageContaining("all-local");
    assertThatThrownBy(() -> local.choose(List.of("mr-yarn"))).hasMessageContaining("--cluster");
    assertThatThrownBy(() -> local.choose(List.of("flink"))).hasMessageContaining("no such engine");
  }

  @Test
  void anExternalCommandGetsItsPathsAsParameters() {
    local.addExternal("mine=my-app --in {list} --out {output} -j{cores}");
    Engine engine = local.choose(List.of("mine")).get(0);
    assertThat(engine.command(WORK))
        .containsExactly(
            "/bin/sh",
            "-c",
            "my-app --in \"$1\" --out \"$2\" -j\"$3\"",
            "mine",
            "/data/list.txt",
            "/data/out",
            "2");
    assertThat(engine.agreement()).isEqualTo(Agreement.CLOSE);
    assertThatThrownBy(() -> local.addExternal("mine=again {list} {output}"))
        .hasMessageContaining("already");
    assertThatThrownBy(() -> local.addExternal("other=app {list}"))
        .hasMessageContaining("{output}");
    assertThatThrownBy(() -> local.addExternal("app")).hasMessageContaining("NAME=COMMAND");
  }
}
