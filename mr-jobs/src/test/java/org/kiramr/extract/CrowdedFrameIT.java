package org.kiramr.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kiramr.catalog.CanonicalRows;
import org.kiramr.catalog.FrameCatalog;
import org.kiramr.catalog.FrameInfo;
import org.kiramr.sep.BackgroundParameters;
import org.kiramr.sep.Kernel;
import org.kiramr.sep.SepLimits;

/**
 * A frame that both of SEP's buffers are too small for: one blend of 330,000 pixels, more than the
 * stack of 300,000 holds, and of 1,080 sources, more than the 1,024 sub-objects. (SDSS's crowded
 * field 005405-6-0099 is among the goldens, in all bands: GoldensIT.)
 */
class CrowdedFrameIT {
  private static final int SIDE = 900;
  private static final int STRIPE = 5;
  private static final int STAR = 150;

  private static final ExtractParameters PARAMETERS =
      new ExtractParameters(
          new BackgroundParameters(SIDE, SIDE, 1, 1, 0),
          0.2,
          3,
          Kernel.NONE,
          32,
          0.0,
          0,
          List.of(3.0),
          5,
          6,
          2.5,
          1,
          false);

  /** What is told of a frame: its row and its sources. */
  private record Outcome(FrameInfo info, String rows, long retries) {}

  /** Stripes of light that one column joins, with stars on them. */
  private static float[] crowded() {
    Random random = new Random(3);
    float[] pixels = new float[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % SIDE;
      int y = i / SIDE;
      if (x == 0 || y % STRIPE < 2) {
        pixels[i] = (float) (1 + 0.001 * random.nextDouble());
      }
    }
    for (int y = 0; y < SIDE; y += STRIPE) {
      for (int x = STAR / 2; x < SIDE; x += STAR) {
        double peak = 1 + random.nextDouble();
        for (int i = -4; i <= 4; i++) {
          float light = (float) (peak * Math.exp(-i * i / 4.0));
          pixels[y * SIDE + x + i] += light;
          pixels[(y + 1) * SIDE + x + i] += light;
        }
      }
    }
    return pixels;
  }

  private static float[] calm() {
    Random random = new Random(4);
    float[] pixels = new float[200 * 200];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < 5; i++) {
      pixels[(20 + 30 * i) * 200 + 40 + 20 * i] += 500;
    }
    return pixels;
  }

  private static Outcome extract(float[] pixels, int width) throws Exception {
    try (FrameExtractor extractor = new FrameExtractor(PARAMETERS)) {
      FrameCatalog catalog = extractor.extract(TestFrame.of(pixels, width));
      String rows =
          new String(new CanonicalRows().format(catalog).toByteArray(), StandardCharsets.UTF_8);
      return new Outcome(catalog.frame(), rows, extractor.times().retries());
    }
  }

  @Test
  void bothBuffersAreRaisedForThisFrameAlone() throws Exception {
    assertThat(SepLimits.pixelStack()).isEqualTo(300_000);
    assertThat(SepLimits.subObjectLimit()).isEqualTo(1024);

    Outcome alone = extract(crowded(), SIDE);
    assertThat(alone.info().pixelStack()).isEqualTo(600_000);
    assertThat(alone.info().subObjects()).isEqualTo(2048);
    assertThat(alone.retries()).isEqualTo(2);
    assertThat(alone.rows().lines().count()).isEqualTo(1080);
    assertThat(SepLimits.pixelStack()).isEqualTo(300_000);
    assertThat(SepLimits.subObjectLimit()).isEqualTo(1024);

    Outcome calm = extract(calm(), 200);
    assertThat(calm.info().pixelStack()).isEqualTo(300_000);
    assertThat(calm.info().subObjects()).isEqualTo(1024);

    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Outcome> other = threads.submit(() -> extract(crowded(), SIDE));
      Callable<Outcome> calmAgain = () -> extract(calm(), 200);
      while (!other.isDone()) {
        assertThat(threads.submit(calmAgain).get()).isEqualTo(calm);
      }
      assertThat(other.get()).isEqualTo(alone);
    } finally {
      threads.shutdownNow();
    }
  }
}
