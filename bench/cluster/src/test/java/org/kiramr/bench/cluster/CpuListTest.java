package org.kiramr.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuListTest {
  @Test
  void readsWhatTasksetTakes() {
    CpuList cpus = CpuList.parse("8,0,2-4");

    assertThat(cpus).hasToString("0,2,3,4,8");
    assertThat(cpus.size()).isEqualTo(5);
    assertThat(cpus.first(2)).hasToString("0,2");
    assertThat(cpus.first(9)).hasToString("0,2,3,4,8");
    assertThat(cpus.containsAll(CpuList.parse("3,8"))).isTrue();
    assertThat(cpus.containsAll(CpuList.parse("3,9"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1,", "1-", "-1", "3-2", "0 1", "123456"})
  void refusesWhatIsNoList(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> CpuList.parse(text));
  }

  @Test
  void knowsTheCpusOfThisProcess() throws Exception {
    assertThat(CpuList.available().size()).isEqualTo(Runtime.getRuntime().availableProcessors());
  }
}
