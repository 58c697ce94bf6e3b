package org.kiramr.wcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WcsThreadsTest {
  private static final int THREADS = 8;

  @Test
  void threadsGetTheirOwnHeadersCoordinates() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int degrees = i * 40;
        work.add(() -> wrong(degrees));
      }
      for (Future<Integer> result : threads.invokeAll(work)) {
        assertThat(result.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int wrong(int degrees) {
    byte[] header = Headers.tanAnd("CRVAL1  = " + degrees, "CUNIT1  = 'DEGREES'", "A_2_0   = 0.1");
    int wrong = 0;
    for (int i = 0; i < 2000; i++) {
      SkyCoordinates sky = Headers.reference(header);
      wrong += Math.abs(sky.longitude()[0] - degrees) < 1e-9 ? 0 : 1;
    }
    return wrong;
  }
}
