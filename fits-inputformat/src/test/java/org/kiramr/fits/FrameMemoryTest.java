package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What frames give back is lent again, whatever became of them. */
class FrameMemoryTest {
  private static final int SIDE = 700;
  private static final int FRAME_BYTES = SIDE * SIDE * Float.BYTES;

  @Test
  void whatIsGivenBackIsLentAgain() {
    FrameMemory memory = new FrameMemory();
    ByteBuffer first = memory.lend(1000);
    assertThat(memory.lend(1000)).isNotSameAs(first);
    memory.takeBack(first);
    assertThat(memory.lend(600)).as("too large for it").isNotSameAs(first);
    assertThat(memory.lend(900)).isSameAs(first);
    assertThat(first.limit()).isEqualTo(900);
  }

  @Test
  void limitsAreCountedInPixels() {
    assertThat(FrameMemory.floatPixels(5_000)).isEqualTo(1000);
    assertThat(FrameMemory.floatPixels(1L << 50))
        .as("one buffer of Java")
        .isEqualTo(Integer.MAX_VALUE / Float.BYTES);
  }

  /** Good frames, all masked, without mask, of a wrong size; taken and closed, or left behind. */
  @Test
  void fiveHundredFramesTakeTheMemoryOfAFew() throws IOException {
    byte[] good = file(SIDE, (byte) 0);
    byte[] allMasked = file(SIDE, (byte) 1);
    byte[] smaller = file(SIDE - 1, (byte) 0);
    byte[] alone = new FitsBytes().image(16, SIDE, SIDE).data(new byte[2 * SIDE * SIDE]).bytes();
    FrameMemory memory = new FrameMemory();
    read(good, memory);
    long most = 0;
    long before = direct();
    for (int i = 0; i < 125; i++) {
      for (byte[] file : new byte[][] {good, allMasked, smaller, alone}) {
        read(file, memory);
      }
      most = Math.max(most, direct() - before);
    }
    assertThat(most).isLessThan(10L * FRAME_BYTES);
  }

  private static byte[] file(int maskSide, byte mask) {
    byte[] map = new byte[maskSide * maskSide];
    Arrays.fill(map, mask);
    map[0] = 1;
    return new FitsBytes()
        .image(16, SIDE, SIDE)
        .data(new byte[2 * SIDE * SIDE])
        .imageExtension(8, maskSide, maskSide, CompanionFiles.name("DQ"))
        .data(map)
        .bytes();
  }

  private static void read(byte[] file, FrameMemory memory) throws IOException {
    FrameReaderOptions options =
        FrameReaderOptions.defaults()
            .withCompanions(
                new Companions(
                    CompanionSource.of("DQ"), Companions.ANY_BIT, null, NoiseKind.STDDEV));
    try (FrameReader reader =
        new FrameReader(
            new ByteArrayInputStream(file),
            "f.fits",
            file.length,
            options,
            memory,
            name -> new SiblingFiles.Sibling(new ByteArrayInputStream(file), file.length))) {
      for (FrameItem item = reader.next(); item != null; item = reader.next()) {
        if (item instanceof Frame frame) {
          frame.close();
        }
      }
    }
  }

  private static long direct() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
