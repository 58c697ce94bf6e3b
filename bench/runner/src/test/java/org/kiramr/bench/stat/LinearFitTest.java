package org.kiramr.bench.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class LinearFitTest {
  /** F. J. Anscombe 1973, first data set, with what he and R's lm say of it. */
  private static final double[] X = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};

  private static final double[] Y = {
    8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68
  };

  @Test
  void agreesWithPublishedRegression() {
    LinearFit fit = LinearFit.of(X, Y).orElseThrow();
    assertThat(fit.marginal().value()).isCloseTo(0.5001, within(5e-5));
    assertThat(fit.fixed().value()).isCloseTo(3.0001, within(5e-5));
    assertThat(fit.marginalError()).isCloseTo(0.1179, within(5e-5));
    assertThat(fit.residual()).isCloseTo(1.237, within(5e-4));
    double t = 2.262157;
    assertThat(fit.marginal().high() - fit.marginal().value())
        .isCloseTo(t * fit.marginalError(), within(1e-6));
    assertThat(fit.fixed().value() - fit.fixed().low()).isCloseTo(t * 1.1247, within(2e-4));
  }

  @Test
  void twoPointsGiveALineWithoutBounds() {
    LinearFit fit = LinearFit.of(new double[] {1, 3}, new double[] {5, 9}).orElseThrow();
    assertThat(fit.marginal().value()).isEqualTo(2);
    assertThat(fit.at(0)).isEqualTo(3);
    assertThat(fit.marginal().bounded()).isFalse();
    assertThat(fit.ratioTo(fit).bounded()).isFalse();
  }

  @Test
  void oneAbscissaGivesNoLine() {
    assertThat(LinearFit.of(new double[] {2, 2}, new double[] {1, 3})).isEmpty();
    assertThat(LinearFit.of(new double[0], new double[0])).isEmpty();
    assertThatThrownBy(() -> LinearFit.of(new double[1], new double[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ratioToAnExactSlopeScalesTheInterval() {
    LinearFit fit = LinearFit.of(X, Y).orElseThrow();
    double[] exact = new double[X.length];
    for (int i = 0; i < X.length; i++) {
      exact[i] = 0.25 * X[i];
    }
    Interval ratio = fit.ratioTo(LinearFit.of(X, exact).orElseThrow());
    assertThat(ratio.value()).isCloseTo(4 * fit.marginal().value(), within(1e-9));
    assertThat(ratio.low()).isCloseTo(4 * fit.marginal().low(), within(1e-6));
    assertThat(ratio.high()).isCloseTo(4 * fit.marginal().high(), within(1e-6));
  }

  @Test
  void ratioToASlopeThatMayBeZeroHasNoBounds() {
    double[] flat = {1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1};
    LinearFit fit = LinearFit.of(X, Y).orElseThrow();
    assertThat(fit.ratioTo(LinearFit.of(X, flat).orElseThrow()).bounded()).isFalse();
  }

  @Test
  void ratioIntervalHoldsTheTruthAsOftenAsItSays() {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(7L);
    int held = 0;
    int trials = 2000;
    for (int i = 0; i < trials; i++) {
      Interval ratio = noisy(3, random).ratioTo(noisy(2, random));
      if (ratio.low() <= 1.5 && 1.5 <= ratio.high()) {
        held++;
      }
    }
    // the fewer degrees of freedom are a little cautious
    assertThat((double) held / trials).isBetween(0.94, 0.985);
  }

  private static LinearFit noisy(double slope, UniformRandomProvider random) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] y = new double[X.length];
    for (int i = 0; i < X.length; i++) {
      y[i] = 5 + slope * X[i] + 1.5 * normal.sample();
    }
    return LinearFit.of(X, y).orElseThrow();
  }
}
