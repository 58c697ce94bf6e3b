package org.kiramr.bench.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiramr.fits.mapreduce.CombineFitsInputFormat;
import org.kiramr.fits.mapreduce.FitsInputKeys;

/** Frames of 7 MiB, and 1 MiB for opening each. */
class AutomaticSplitsTest {
  private static final double MIB = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    // one process: the smallest of those that fall in size, and more only above 1 GiB each
    "mr-local, 2, 50, 32, 1",
    "mr-local, 2, 2000, 32, 32",
    "mr-local, 2, 12800, 50, 128",
    "spark-local-binaryfiles, 2, 400, 4, 50",
    // containers: none below 512 MiB, none above 1 GiB
    "mr-yarn, 2, 50, 1, 25",
    "mr-yarn, 2, 200, 1, 100",
    "mr-yarn, 2, 256, 2, 64",
    "mr-yarn, 2, 512, 4, 64",
    "spark-yarn, 2, 2000, 8, 125",
  })
  void cutsAsExtractDoes(String engine, int cores, int frames, int waves, int framesOfTask) {
    AutomaticSplits splits = new AutomaticSplits(MIB);
    assertThat(splits.waves(engine, cores, frames, 7 * MIB)).isEqualTo(waves);
    assertThat(splits.packing(engine, cores, frames, 7 * MIB).framesPerTask())
        .isEqualTo(framesOfTask);
  }

  /**
   * The rule stands twice, since what simulates clusters has no Hadoop on its class path. What
   * {@code extract} sets by itself ({@code InputPlan} is not on our class path) is set here: the
   * slots and the least size.
   */
  @ParameterizedTest
  @CsvSource({
    "spark-yarn, 2, 50",
    "mr-yarn, 2, 255",
    "mr-yarn, 2, 256",
    "mr-yarn, 2, 400",
    "mr-yarn, 8, 1000",
    "spark-yarn, 16, 100000",
  })
  void theInputFormatCutsTheSameNumberOnYarn(String engine, int cores, int frames)
      throws IOException {
    Configuration conf = new Configuration(false);
    conf.setInt(FitsInputKeys.PARALLEL_MAPS, cores);
    conf.setLong(FitsInputKeys.MIN_SPLIT_BYTES, FitsInputKeys.CLUSTER_MIN_SPLIT_BYTES);
    long splits = CombineFitsInputFormat.splits(conf, frames, (frames * 7L) << 20);
    // the simulation's own number; the input format has its default
    double openBytes = Assumptions.defaults().openBytes().value();
    int waves = new AutomaticSplits(openBytes).waves(engine, cores, frames, 7 * MIB);
    assertThat(splits).isEqualTo((long) cores * waves);
  }
}
