package org.kiramr.bench.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames of 7 MiB, and 1 MiB for opening each. */
class AutomaticSplitsTest {
  private static final double MIB = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    // one process: four tasks a core, and more only above 1 GiB each
    "mr-local, 2, 50, 4, 7",
    "mr-local, 2, 2000, 8, 125",
    // containers: none below 256 MiB, none above 1 GiB
    "mr-yarn, 2, 50, 1, 25",
    "mr-yarn, 2, 128, 2, 32",
    "mr-yarn, 2, 400, 4, 50",
    "spark-yarn, 2, 2000, 8, 125",
  })
  void cutsAsExtractDoes(String engine, int cores, int frames, int waves, int framesOfTask) {
    AutomaticSplits splits = new AutomaticSplits(MIB);
    assertThat(splits.waves(engine, cores, frames, 7 * MIB)).isEqualTo(waves);
    assertThat(splits.packing(engine, cores, frames, 7 * MIB).framesPerTask())
        .isEqualTo(framesOfTask);
  }
}
