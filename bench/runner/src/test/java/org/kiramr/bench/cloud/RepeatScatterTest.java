package org.kiramr.bench.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiramr.bench.report.SyntheticSession;

class RepeatScatterTest {
  @Test
  void repeatsStandBesideTheirMedian() {
    // one repeat a percent below its median, one on it, one a percent above
    assertThat(scatter(new SyntheticSession().engine("c-batch", 2, 1, 0.1, 50, 100)))
        .isEqualTo(
            "of 6 runs that were repeated nine of ten lay within 1 % of the median of their repeats,"
                + " and the slowest took 1.01 times that median");
  }

  @Test
  void singleRunsTellNothing() {
    assertThat(scatter(new SyntheticSession().run("c-batch", 50, 2).run("c-batch", 100, 4)))
        .isEmpty();
  }

  private static String scatter(SyntheticSession session) {
    return RepeatScatter.of(
        MeasuredSeries.warm(List.of(session.session()), SyntheticSession.DATA_SET));
  }
}
