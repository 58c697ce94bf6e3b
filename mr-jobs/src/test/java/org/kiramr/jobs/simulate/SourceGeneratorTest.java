package org.kiramr.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SourceGeneratorTest {
  private static final SkyField FIELD = new SkyField(1000, 3, 57);

  @Test
  void countsFollowTheMagnitudes() {
    SimulateParameters parameters = SimulateParameters.from(new Configuration(false));
    List<Source> sources = new SourceGenerator(parameters).sources(FIELD);
    assertThat(ratio(sources, true)).isCloseTo(Math.pow(10, 0.18), Percentage.withPercentage(20));
    assertThat(ratio(sources, false)).isCloseTo(Math.pow(10, 0.36), Percentage.withPercentage(10));
    assertThat(sources).allMatch(source -> source.magnitudes().r() <= 24);
  }

  /** Sources brighter than magnitude 23.9 to those brighter than 22.9. */
  private static double ratio(List<Source> sources, boolean stars) {
    return (double) count(sources, stars, 23.9) / count(sources, stars, 22.9);
  }

  private static long count(List<Source> sources, boolean stars, double limit) {
    return sources.stream()
        .filter(source -> source.isStar() == stars && source.magnitudes().r() < limit)
        .count();
  }

  @Test
  void densityMultipliesTheSources() {
    Configuration conf = new Configuration(false);
    int once = new SourceGenerator(SimulateParameters.from(conf)).sources(FIELD).size();
    conf.setDouble(SimulateSettings.DENSITY.key(), 3);
    int thrice = new SourceGenerator(SimulateParameters.from(conf)).sources(FIELD).size();
    assertThat((double) thrice).isCloseTo(3.0 * once, Percentage.withPercentage(8));
  }

  @Test
  void withoutTheSwitchNoStarFillsItsPixels() {
    Configuration conf = new Configuration(false);
    conf.setDouble(SimulateSettings.DENSITY.key(), 20);
    SimulateParameters parameters = SimulateParameters.from(conf);
    for (Source source : new SourceGenerator(parameters).sources(FIELD)) {
      for (SdssBand band : SdssBand.values()) {
        assertThat(Trail.of(source, band, Psf.of(band, parameters.seeing()))).isNull();
      }
    }
  }

  @Test
  void neighboursHaveTheSameSources() {
    SimulateParameters parameters = SimulateParameters.from(new Configuration(false));
    SourceGenerator generator = new SourceGenerator(parameters);
    SkyField next = new SkyField(1000, 3, 58);
    double from = parameters.firstRow(next);
    double to = from + parameters.overlap();
    assertThat(between(generator.sources(next), from, to))
        .isNotEmpty()
        .isEqualTo(between(generator.sources(FIELD), from, to));
  }

  private static List<Source> between(List<Source> sources, double from, double to) {
    return sources.stream().filter(s -> s.row() >= from && s.row() < to).toList();
  }
}
