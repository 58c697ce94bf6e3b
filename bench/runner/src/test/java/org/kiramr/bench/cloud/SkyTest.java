package org.kiramr.bench.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class SkyTest {
  @Test
  void crowdingAveragesToOne() {
    double[] crowding =
        new Sky(0.85, 0.3, 10).crowding(400_000, RandomSource.XO_RO_SHI_RO_128_PP.create(1L));
    assertThat(Arrays.stream(crowding).average().orElseThrow()).isCloseTo(1, within(0.02));
    double logs =
        Arrays.stream(crowding)
            .map(Math::log)
            .map(log -> log + 0.85 * 0.85 / 2)
            .map(z -> z * z)
            .average()
            .orElseThrow();
    assertThat(Math.sqrt(logs)).isCloseTo(0.85, within(0.02));
  }

  @Test
  void neighboursAreAlike() {
    double[] same = new Sky(1, 1, 5).crowding(10, RandomSource.XO_RO_SHI_RO_128_PP.create(1L));
    assertThat(same[4]).isEqualTo(same[0]);
    assertThat(same[5]).isNotEqualTo(same[0]);
    assertThat(Sky.even().crowding(3, RandomSource.XO_RO_SHI_RO_128_PP.create(1L)))
        .containsExactly(1, 1, 1);
  }

  @Test
  void packsWholeFiles() {
    assertThat(Packing.megabytes(128, 6_105_600, 1 << 20).framesPerTask()).isEqualTo(19);
    assertThat(Packing.megabytes(1, 6_105_600, 1 << 20).framesPerTask()).isEqualTo(1);
  }
}
