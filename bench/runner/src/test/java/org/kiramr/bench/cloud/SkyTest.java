package org.kiramr.bench.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.kiramr.bench.record.FrameDetections;

class SkyTest {
  @Test
  void crowdingAveragesToOne() {
    double[] crowding =
        Sky.logNormal(0.85, 0.3, 10).crowding(400_000, RandomSource.XO_RO_SHI_RO_128_PP.create(1L));
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
    double[] same =
        Sky.logNormal(1, 1, 5).crowding(10, RandomSource.XO_RO_SHI_RO_128_PP.create(1L));
    assertThat(same[4]).isEqualTo(same[0]);
    assertThat(same[5]).isNotEqualTo(same[0]);
    assertThat(Sky.even().crowding(3, RandomSource.XO_RO_SHI_RO_128_PP.create(1L)))
        .containsExactly(1, 1, 1);
  }

  /**
   * Two fifths of the frames with none, two fifths with 10 to 30: a log-normal sky has no such gap.
   */
  @Test
  void measuredDetectionsComeOutAsTheyWere() {
    FrameDetections measured = new FrameDetections(9, List.of(0.0, 0.0, 0.0, 10.0, 20.0, 30.0));
    double[] crowding =
        Sky.measured(measured, 0.3, 10)
            .crowding(100_000, RandomSource.XO_RO_SHI_RO_128_PP.create(1L));
    double[] detections = Arrays.stream(crowding).map(one -> one * measured.mean()).toArray();
    assertThat(Arrays.stream(crowding).average().orElseThrow()).isCloseTo(1, within(0.03));
    assertThat(part(detections, 0)).isCloseTo(0.4, within(0.02));
    assertThat(part(detections, 10)).isCloseTo(0.6, within(0.02));
    assertThat(part(detections, 25)).isCloseTo(0.9, within(0.02));
    assertThat(part(detections, 30)).isEqualTo(1);
  }

  private static double part(double[] detections, double most) {
    return Arrays.stream(detections).filter(one -> one <= most + 1e-9).count()
        / (double) detections.length;
  }

  @Test
  void packsWholeFiles() {
    assertThat(Packing.megabytes(128, 6_105_600, 1 << 20).framesPerTask()).isEqualTo(19);
    assertThat(Packing.megabytes(1, 6_105_600, 1 << 20).framesPerTask()).isEqualTo(1);
  }
}
