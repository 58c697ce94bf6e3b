package org.kiramr.bench.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void medianAndQuantiles() {
    assertThat(Samples.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Samples.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
    assertThat(Samples.median(List.of())).isNaN();
    assertThat(Samples.quantile(List.of(1.0, 3.0), 1)).isEqualTo(3);
  }

  @Test
  void meanHasStudentsInterval() {
    Interval mean = Samples.mean(List.of(1.0, 2.0, 3.0));
    assertThat(mean.value()).isEqualTo(2);
    // t of 2 degrees of freedom is 4.30265, the error of the mean 1/sqrt(3)
    assertThat(mean.high()).isCloseTo(2 + 4.30265 / Math.sqrt(3), within(1e-4));
    assertThat(Samples.mean(List.of(1.0)).bounded()).isFalse();
  }
}
