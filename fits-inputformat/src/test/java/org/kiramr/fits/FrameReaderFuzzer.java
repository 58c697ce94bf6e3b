package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What must hold for any bytes given to a {@link FrameReader}: the target of the fuzzer, which
 * finds it by the name of its method, and of {@link FrameReaderFuzzTest}.
 */
public final class FrameReaderFuzzer {
  /** Small, so that a wrong allocation is seen as one. */
  static final long MAX_FRAME_BYTES = 8 << 20;

  private static final Pattern SAFE_NAME =
      Pattern.compile("(?!\\.)[A-Za-z0-9._+-]{0,100}", Pattern.DOTALL);
  private static final String IMAGE = "dir/file.fits";
  private static final List<HduSelection> HDUS =
      List.of(
          HduSelection.all(),
          HduSelection.all(),
          HduSelection.of("0,2-3,SCI"),
          HduSelection.of("1"));
  private static final List<PlaneSelection> PLANES =
      List.of(
          PlaneSelection.none(),
          PlaneSelection.of("all"),
          PlaneSelection.of("all"),
          PlaneSelection.of("2,4-5"));

  /** The same for all inputs: what an earlier frame has left in it must not be seen. */
  private static final FrameMemory MEMORY = new FrameMemory();

  private final CRC32 crc = new CRC32();
  private final Set<Map.Entry<String, Integer>> rejects = new HashSet<>();
  private final Set<Map.Entry<String, Integer>> frames = new HashSet<>();
  private int lastHdu = Reject.WHOLE_FILE;

  private FrameReaderFuzzer() {}

  /** Called by the fuzzer with its inputs, which are files or {@link CompactFits}. */
  public static void fuzzerTestOneInput(byte[] input) {
    check(CompactFits.expand(input));
  }

  /**
   * Reads a file.
   *
   * @throws AssertionError if something does not hold
   */
  static void check(byte[] file) {
    new FrameReaderFuzzer().read(file);
  }

  /** The file's own sum decides what else can differ, so that an input always does the same. */
  private void read(byte[] file) {
    crc.update(file);
    long known = (crc.getValue() & 1) == 0 ? file.length : -1;
    FrameReaderOptions options =
        new FrameReaderOptions(FieldPattern.defaults(), MAX_FRAME_BYTES, (crc.getValue() & 2) == 0)
            .withHdus(HDUS.get((int) (crc.getValue() >> 2) & 3))
            .withPlanes(PLANES.get((int) (crc.getValue() >> 4) & 3));
    try (FrameReader reader =
        new FrameReader(new ByteArrayInputStream(file), IMAGE, known, options, MEMORY)) {
      for (FrameItem item = reader.next(); item != null; item = reader.next()) {
        if (item instanceof Frame frame) {
          check(frame);
          frame.close();
        } else {
          check((Reject) item);
        }
      }
      assertThat(reader.next()).as("after the end").isNull();
      check(reader.summary("mem:/" + IMAGE), file.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(Frame frame) {
    FrameId id = frame.id();
    assertThat(frames.add(Map.entry(id.image(), id.hdu()))).as("second of %s", id).isTrue();
    assertThat(id.hdu()).as("order of the frames").isGreaterThanOrEqualTo(lastHdu);
    lastHdu = id.hdu();
    assertThat(id.image()).startsWith(IMAGE);
    assertThat(id.field()).matches(SAFE_NAME).isNotEmpty();
    assertThat(id.band()).matches(SAFE_NAME);
    assertThat(frame.headerBlocks().length % HeaderText.BLOCK).as("bytes of header").isZero();
    HeaderText.parse(frame.headerBlocks());
    checkPixels(frame);
  }

  private static void checkPixels(Frame frame) {
    int pixels = Math.multiplyExact(frame.width(), frame.height());
    FloatBuffer floats = frame.floatPixels();
    DoubleBuffer doubles = frame.doublePixels();
    ByteBuffer mask = frame.mask();
    assertThat(frame.isDouble() ? doubles.remaining() : floats.remaining())
        .as("pixels of %s", frame)
        .isEqualTo(pixels);
    assertThat(frame.memoryBytes()).as("bytes of %s", frame).isLessThanOrEqualTo(MAX_FRAME_BYTES);
    int masked = 0;
    for (int i = 0; i < pixels; i++) {
      double value = frame.isDouble() ? doubles.get(i) : floats.get(i);
      boolean isMasked = mask != null && mask.get(i) != 0;
      if (isMasked != Double.isNaN(value) || Double.isInfinite(value)) {
        throw new AssertionError("pixel " + i + " is " + value + ", masked: " + isMasked);
      }
      masked += isMasked ? 1 : 0;
    }
    assertThat(frame.maskedCount()).as("masked pixels").isEqualTo(masked).isLessThan(pixels);
    assertThat(mask == null).as("no mask").isEqualTo(masked == 0);
  }

  private void check(Reject reject) {
    assertThat(rejects.add(Map.entry(reject.image(), reject.hdu())))
        .as("second of its HDU: %s", reject)
        .isTrue();
    assertThat(reject.image()).startsWith(IMAGE);
    assertThat(reject.field()).matches(SAFE_NAME).isNotEmpty();
    assertThat(reject.stage()).isEqualTo(reject.code().stage());
    assertThat(reject.code()).isNotEqualTo(RejectCode.READ_ERROR);
    assertThat(reject.reason())
        .isNotBlank()
        .hasSizeLessThan(600)
        .doesNotContain("java.", "nom.tam.", "org.apache.");
    assertThat(reject.reason().chars().noneMatch(Character::isISOControl))
        .as("one line: %s", reject.reason())
        .isTrue();
  }

  private void check(FileSummary summary, int length) {
    assertThat(summary.bytes()).as("read to its end").isEqualTo(length);
    assertThat(summary.crc32()).isEqualTo(crc.getValue());
    assertThat(summary.frames()).isEqualTo(frames.size());
    assertThat(summary.rejects()).isEqualTo(rejects.size());
    assertThat(summary.hdusIgnored()).isNotNegative();
    assertThat(summary.frames() + summary.rejects() + summary.hdusIgnored())
        .as("something comes of every file")
        .isPositive();
  }
}
