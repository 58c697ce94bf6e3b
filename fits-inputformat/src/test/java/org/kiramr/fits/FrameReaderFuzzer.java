package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
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

  private final CRC32 crc = new CRC32();
  private final Set<Integer> rejectedHdus = new HashSet<>();
  private final Set<Integer> frameHdus = new HashSet<>();
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
        new FrameReaderOptions(FieldPattern.defaults(), MAX_FRAME_BYTES, (crc.getValue() & 6) == 0);
    try (FrameReader reader =
        new FrameReader(new ByteArrayInputStream(file), IMAGE, known, options)) {
      for (FrameItem item = reader.next(); item != null; item = reader.next()) {
        if (item instanceof Frame frame) {
          check(frame);
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
    assertThat(frameHdus.add(id.hdu())).as("one frame for HDU %d", id.hdu()).isTrue();
    assertThat(id.hdu()).as("order of the frames").isGreaterThan(lastHdu);
    lastHdu = id.hdu();
    assertThat(id.image()).isEqualTo(IMAGE);
    assertThat(id.field()).matches(SAFE_NAME).isNotEmpty();
    assertThat(id.band()).matches(SAFE_NAME);
    assertThat(frame.headerBlocks().length % HeaderText.BLOCK).as("bytes of header").isZero();
    HeaderText.parse(frame.headerBlocks());
    checkPixels(frame);
  }

  private static void checkPixels(Frame frame) {
    int pixels = Math.multiplyExact(frame.width(), frame.height());
    int length = frame.isDouble() ? frame.doublePixels().length : frame.floatPixels().length;
    assertThat(length).as("pixels of %s", frame).isEqualTo(pixels);
    assertThat((long) pixels * PixelDecoder.heapBytesPerPixel(frame.bitpix()))
        .as("bytes of %s", frame)
        .isLessThanOrEqualTo(MAX_FRAME_BYTES);
    int masked = 0;
    for (int i = 0; i < pixels; i++) {
      double value = frame.isDouble() ? frame.doublePixels()[i] : frame.floatPixels()[i];
      boolean isMasked = frame.mask() != null && frame.mask()[i] != 0;
      if (isMasked != Double.isNaN(value) || Double.isInfinite(value)) {
        throw new AssertionError("pixel " + i + " is " + value + ", masked: " + isMasked);
      }
      masked += isMasked ? 1 : 0;
    }
    assertThat(frame.maskedCount()).as("masked pixels").isEqualTo(masked).isLessThan(pixels);
    assertThat(frame.mask() == null).as("no mask").isEqualTo(masked == 0);
  }

  private void check(Reject reject) {
    assertThat(rejectedHdus.add(reject.hdu())).as("second of its HDU: %s", reject).isTrue();
    assertThat(reject.image()).isEqualTo(IMAGE);
    assertThat(reject.field()).matches(SAFE_NAME).isNotEmpty();
    assertThat(reject.stage()).isEqualTo(reject.code().stage());
    assertThat(reject.code()).isNotEqualTo(RejectCode.READ_ERROR);
    assertThat(reject.reason()).isNotBlank().hasSizeLessThan(600).doesNotContain("Exception");
    assertThat(reject.reason().chars().noneMatch(Character::isISOControl))
        .as("one line: %s", reject.reason())
        .isTrue();
  }

  private void check(FileSummary summary, int length) {
    assertThat(summary.bytes()).as("read to its end").isEqualTo(length);
    assertThat(summary.crc32()).isEqualTo(crc.getValue());
    assertThat(summary.frames()).isEqualTo(frameHdus.size());
    assertThat(summary.rejects()).isEqualTo(rejectedHdus.size());
    assertThat(summary.hdusIgnored()).isNotNegative();
    assertThat(summary.frames() + summary.rejects() + summary.hdusIgnored())
        .as("something comes of every file")
        .isPositive();
  }
}
