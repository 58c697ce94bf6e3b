package org.kiramr.fits;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A short walk where the fuzzer goes (see CONTRIBUTING.md): its seeds, and each of them damaged in
 * some places. No coverage guides it; what the real fuzzer found is in {@link HostileFilesTest}.
 */
class FrameReaderFuzzTest {
  private static final int DAMAGED_COPIES = 25;

  @Test
  void smallFilesOfEveryKind() {
    FuzzSeeds.made().forEach(FrameReaderFuzzTest::replay);
  }

  @Test
  void smallFilesOfTheRealData() throws IOException {
    FuzzSeeds.real(SharedData.folder()).forEach(FrameReaderFuzzTest::replay);
  }

  private static void replay(String name, byte[] seed) {
    check(name, seed);
    Random random = new Random(name.hashCode());
    for (int i = 0; i < DAMAGED_COPIES; i++) {
      check(name, damaged(seed, random));
    }
  }

  /** Most headers end within the first blocks: what is changed there matters most. */
  private static byte[] damaged(byte[] seed, Random random) {
    byte[] bad = seed.clone();
    for (int n = 1 + random.nextInt(4); n > 0 && bad.length > 0; n--) {
      int at = random.nextInt(random.nextBoolean() ? bad.length : Math.min(bad.length, 600));
      switch (random.nextInt(4)) {
        case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bad[at] = (byte) ('0' + random.nextInt(10));
        case 2 -> bad[at] = (byte) random.nextInt(256);
        default -> {
          int from = random.nextInt(bad.length);
          int length = Math.min(random.nextInt(200), bad.length - Math.max(from, at));
          System.arraycopy(seed, from, bad, at, length);
        }
      }
    }
    return bad;
  }

  private static void check(String name, byte[] input) {
    try {
      FrameReaderFuzzer.fuzzerTestOneInput(input);
    } catch (RuntimeException | Error e) {
      int shown = Math.min(input.length, 4000);
      throw new AssertionError(
          name + ", " + input.length + " bytes: " + HexFormat.of().formatHex(input, 0, shown), e);
    }
  }
}
