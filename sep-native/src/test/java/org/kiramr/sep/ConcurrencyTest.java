package org.kiramr.sep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several threads, each with an image of its own. */
class ConcurrencyTest {
  private static final int THREADS = 6;
  private static final int ROUNDS = 15;

  /** Frames of different size and content, some of them failing, each again and again. */
  @Test
  void threadsGetTheRowsTheyGetAlone() throws Exception {
    List<String> alone = new ArrayList<>();
    for (int frame = 0; frame < THREADS; frame++) {
      try (SepImage image = new SepImage()) {
        alone.add(chain(image, frame));
      }
    }
    assertThat(alone).doesNotHaveDuplicates();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<List<String>>> tasks = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        int first = t;
        tasks.add(
            () -> {
              start.await();
              List<String> rows = new ArrayList<>();
              try (SepImage image = new SepImage()) {
                for (int round = 0; round < ROUNDS; round++) {
                  rows.add(chain(image, (first + round) % THREADS));
                }
              }
              return rows;
            });
      }
      List<Future<List<String>>> results = threads.invokeAll(tasks);
      for (int t = 0; t < THREADS; t++) {
        List<String> rows = results.get(t).get();
        for (int round = 0; round < ROUNDS; round++) {
          assertThat(rows.get(round)).isEqualTo(alone.get((t + round) % THREADS));
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** From pixels to fluxes, as text; the last frame fails, with its own detail. */
  private static String chain(SepImage image, int frame) {
    int width = 150 + 20 * frame;
    int height = 200 - 10 * frame;
    image.setPixels(TestImages.stars(width, height, 20 + 10 * frame, frame), width, height);
    if (frame == THREADS - 1) {
      try {
        return Rows.of(Extractor.extract(image, ExtractionParameters.DEFAULT));
      } catch (SepException e) {
        return e.toString();
      }
    }
    float rms;
    try (Background background = Background.estimate(image, BackgroundParameters.DEFAULT)) {
      background.subtractFrom(image);
      rms = background.globalRms();
    }
    image.setNoise(rms, NoiseType.STDDEV);
    Detections found =
        Extractor.extract(image, ExtractionParameters.builder().deblend(16 + frame, 0.005).build());
    ApertureSums sums =
        Photometry.of(image).circles(found.x(), found.y(), 5, ApertureOptions.DEFAULT);
    return Rows.of(found) + Arrays.toString(sums.sum());
  }
}
