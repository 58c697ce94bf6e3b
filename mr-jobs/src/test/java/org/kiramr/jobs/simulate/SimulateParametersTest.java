package org.kiramr.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiramr.jobs.cli.UsageException;

class SimulateParametersTest {
  private final Configuration conf = new Configuration(false);

  @Test
  void framesFillFieldsBandByBand() {
    conf.setInt(SimulateSettings.FRAMES.key(), 7);
    conf.set(SimulateSettings.BANDS.key(), "gri");
    SimulateParameters parameters = SimulateParameters.from(conf);
    assertThat(parameters.fields()).isEqualTo(3);
    assertThat(parameters.bandsOf(0)).containsExactly(SdssBand.G, SdssBand.R, SdssBand.I);
    assertThat(parameters.bandsOf(2)).containsExactly(SdssBand.G);
  }

  @Test
  void fieldsRunAlongStripsThenCamerasThenRuns() {
    SimulateParameters parameters = SimulateParameters.from(conf);
    assertThat(parameters.field(0).name()).isEqualTo("001000-1-0011");
    assertThat(parameters.field(799).name()).isEqualTo("001000-1-0810");
    assertThat(parameters.field(800).name()).isEqualTo("001000-2-0011");
    assertThat(parameters.field(4800).name()).isEqualTo("001001-1-0011");
    assertThat(parameters.field(0).path(SdssBand.Z)).isEqualTo("001000/1/fpC-001000-z1-0011.fit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2048x", "x", "0x300", "99999x1000", "-1x20"})
  void sizesMustMakeSense(String size) {
    conf.set(SimulateSettings.SIZE.key(), size);
    assertThatThrownBy(() -> SimulateParameters.from(conf)).isInstanceOf(UsageException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "rr", "R"})
  void bandsMustMakeSense(String bands) {
    conf.set(SimulateSettings.BANDS.key(), bands);
    assertThatThrownBy(() -> SimulateParameters.from(conf)).isInstanceOf(UsageException.class);
  }

  @Test
  void framesMustBeHigherThanWhatTheyShare() {
    conf.set(SimulateSettings.SIZE.key(), "300x200");
    assertThatThrownBy(() -> SimulateParameters.from(conf))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--overlap");
  }
}
