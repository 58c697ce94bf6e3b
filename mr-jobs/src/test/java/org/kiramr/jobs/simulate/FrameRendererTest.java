package org.kiramr.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class FrameRendererTest {
  private static final SkyField FIELD = new SkyField(1000, 3, 57);

  @Test
  void neighboursShowTheSamePixelsInTheRowsTheyShare() {
    Configuration conf = Simulations.damaged();
    short[][] lower = Simulations.render(conf, FIELD, SdssBand.R);
    short[][] upper = Simulations.render(conf, new SkyField(1000, 3, 58), SdssBand.R);
    for (int y = 0; y < 60; y++) {
      assertThat(upper[y]).isEqualTo(lower[240 + y]);
    }
    assertThat(upper[60]).isNotEqualTo(lower[299]);
  }

  @Test
  void seedRunCamcolAndBandGiveOtherPixels() {
    Configuration conf = Simulations.damaged();
    short[][] pixels = Simulations.render(conf, FIELD, SdssBand.R);
    assertThat(Simulations.render(conf, FIELD, SdssBand.R)).isDeepEqualTo(pixels);
    assertThat(Simulations.render(conf, FIELD, SdssBand.I)[5]).isNotEqualTo(pixels[5]);
    assertThat(Simulations.render(conf, new SkyField(1000, 4, 57), SdssBand.R)[5])
        .isNotEqualTo(pixels[5]);
    assertThat(Simulations.render(conf, new SkyField(1001, 3, 57), SdssBand.R)[5])
        .isNotEqualTo(pixels[5]);
    conf.setLong(SimulateSettings.SEED.key(), 2);
    assertThat(Simulations.render(conf, FIELD, SdssBand.R)[5]).isNotEqualTo(pixels[5]);
  }

  @Test
  void theEmptySkyHasItsLevelAndNoise() {
    double[] values = values(Simulations.render(Simulations.empty(), FIELD, SdssBand.R));
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
    assertThat(mean).isCloseTo(1000 + SdssBand.R.sky(), within(0.1));
    // rounding to whole DN adds a twelfth
    assertThat(variance)
        .isCloseTo(
            SdssBand.R.variance(SdssBand.R.sky()) + 1.0 / 12, Percentage.withPercentage(1.5));
  }

  @Test
  void theSkyRisesAlongX() {
    Configuration conf = Simulations.empty();
    conf.setDouble(SimulateSettings.SKY_GRADIENT.key(), 0.5);
    short[][] pixels = Simulations.render(conf, FIELD, SdssBand.R);
    double left = 0;
    double right = 0;
    for (short[] row : pixels) {
      left += row[0];
      right += row[399];
    }
    assertThat((right - left) / pixels.length)
        .isCloseTo(0.5 * SdssBand.R.sky() * 399 / 400, within(2.0));
  }

  @Test
  void badColumnsStandOut() {
    Configuration conf = Simulations.empty();
    conf.setInt(SimulateSettings.BAD_COLUMNS.key(), 3);
    short[][] pixels = Simulations.render(conf, FIELD, SdssBand.R);
    for (BadColumn column : BadColumn.of(SimulateParameters.from(conf), FIELD, SdssBand.R)) {
      double mean = Arrays.stream(pixels).mapToInt(row -> row[column.x()]).average().orElseThrow();
      assertThat(mean + FrameRenderer.ZERO - 1000).isCloseTo(column.excess(), within(6.0));
    }
  }

  @Test
  void brightStarsFillTheirPixelsAndTrails() {
    SimulateParameters parameters = SimulateParameters.from(Simulations.empty());
    long row = parameters.firstRow(FIELD) + 100;
    Magnitudes magnitudes = new Magnitudes(10, 10, 10, 10, 10);
    Source star = new Source(1, Profile.POINT, 200, row, magnitudes, 0, 1, 0);
    short[][] pixels = new FrameRenderer(parameters).render(FIELD, SdssBand.R, List.of(star));
    Trail trail = Trail.of(star, SdssBand.R, Psf.of(SdssBand.R, parameters.seeing()));
    assertThat(trail.length()).isGreaterThan(30);
    assertThat(pixels[100][200]).isEqualTo(Short.MAX_VALUE);
    assertThat(pixels[(int) (100 - trail.length())][200]).isEqualTo(Short.MAX_VALUE);
    assertThat(pixels[(int) (99 - trail.length())][200]).isLessThan(Short.MAX_VALUE);
    assertThat(pixels[100 - 30][210]).isLessThan((short) 0);
  }

  private static double[] values(short[][] pixels) {
    return Arrays.stream(pixels)
        .flatMapToDouble(
            row -> {
              double[] values = new double[row.length];
              Arrays.setAll(values, i -> row[i] + FrameRenderer.ZERO);
              return Arrays.stream(values);
            })
        .toArray();
  }
}
