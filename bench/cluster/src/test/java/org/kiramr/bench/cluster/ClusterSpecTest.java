package org.kiramr.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSpecTest {
  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "2,2", "3,2", "3,16", "5,7"})
  void sharesTheCoresAndOneForTheApplicationMaster(int nodes, int cores) {
    ClusterSpec spec = new ClusterSpec(nodes, cores, 4096, CpuList.parse("0"));

    int[] shares = IntStream.rangeClosed(1, nodes).map(spec::vcoresOf).toArray();
    assertThat(IntStream.of(shares).sum()).isEqualTo(cores + 1);
    assertThat(IntStream.of(shares).min().orElseThrow()).isPositive();
    assertThat(IntStream.of(shares).max()).hasValue(spec.mostVcores());
    assertThat(spec.mostVcores() - IntStream.of(shares).min().orElseThrow()).isLessThan(2);
    assertThat(ClusterSpec.defaultMemory(nodes, cores)).isEqualTo(2048 * spec.mostVcores());
  }

  @Test
  void replicatesTwiceAtMost() {
    CpuList cpus = CpuList.parse("0");
    assertThat(new ClusterSpec(1, 4, 4096, cpus).replication()).isEqualTo(1);
    assertThat(new ClusterSpec(2, 4, 4096, cpus).replication()).isEqualTo(2);
    assertThat(new ClusterSpec(3, 4, 4096, cpus).replication()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"0,1,4096", "1,0,4096", "3,1,4096", "1,1,1024"})
  void refusesWhatCannotWork(int nodes, int cores, int memory) {
    CpuList cpus = CpuList.parse("0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClusterSpec(nodes, cores, memory, cpus))
        .withMessageContaining("at least");
  }
}
