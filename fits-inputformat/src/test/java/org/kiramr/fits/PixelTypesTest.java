package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.kiramr.fits.FitsBytes.card;
import static org.kiramr.fits.FitsBytes.read;
import static org.kiramr.fits.FrameArrays.floats;
import static org.kiramr.fits.FrameArrays.mask;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All types of pixels, scaled and masked, against values worked out by hand. */
class PixelTypesTest {

  private static Frame frame(int bitpix, byte[] data, int n, String... cards) {
    return read(new FitsBytes().image(bitpix, n, 1, cards).data(data).bytes()).frame();
  }

  @Test
  void bytesAreUnsigned() {
    Frame frame = frame(8, new byte[] {0, 1, 127, (byte) 128, (byte) 255}, 5);
    assertThat(floats(frame)).containsExactly(0, 1, 127, 128, 255);
    assertThat(mask(frame)).isNull();
    assertThat(frame.isDouble()).isFalse();
    assertThat(FrameArrays.doubles(frame)).isNull();
  }

  @Test
  void bytesCanBeSignedByBzero() {
    Frame frame = frame(8, new byte[] {0, (byte) 128, (byte) 255}, 3, card("BZERO", -128));
    assertThat(floats(frame)).containsExactly(-128, 0, 127);
  }

  @Test
  void unsigned16() {
    byte[] data =
        ByteBuffer.allocate(6)
            .putShort(Short.MIN_VALUE)
            .putShort((short) 0)
            .putShort(Short.MAX_VALUE)
            .array();
    Frame frame = frame(16, data, 3, card("BZERO", 32768), card("BSCALE", 1));
    assertThat(floats(frame)).containsExactly(0, 32768, 65535);
  }

  @Test
  void scaledInDoubleThenNarrowed() {
    byte[] data = ByteBuffer.allocate(4).putShort((short) 12345).putShort((short) -7).array();
    Frame frame =
        frame(16, data, 2, card("BSCALE", "2.92273835509"), card("BZERO", "3713.66692596"));
    assertThat(floats(frame))
        .containsExactly(
            (float) (2.92273835509 * 12345 + 3713.66692596),
            (float) (2.92273835509 * -7 + 3713.66692596));
  }

  @Test
  void exponentsWrittenWithD() {
    Frame frame = frame(16, FitsBytes.shorts(2), 2, card("BSCALE", "2.5D-1"));
    assertThat(floats(frame)).containsExactly(0, 0.25f);
  }

  @Test
  void unsigned32() {
    byte[] data = ByteBuffer.allocate(8).putInt(Integer.MIN_VALUE).putInt(-1).array();
    Frame frame = frame(32, data, 2, card("BZERO", "2147483648"));
    assertThat(floats(frame)).containsExactly(0f, 0x1p31f);
  }

  @Test
  void longsAreDoubles() {
    byte[] data = ByteBuffer.allocate(16).putLong((1L << 53) - 1).putLong(-5).array();
    Frame frame = frame(64, data, 2);
    assertThat(frame.isDouble()).isTrue();
    assertThat(floats(frame)).isNull();
    assertThat(FrameArrays.doubles(frame)).containsExactly(9007199254740991.0, -5);
  }

  @Test
  void unsigned64() {
    byte[] data = ByteBuffer.allocate(16).putLong(Long.MIN_VALUE).putLong(0).array();
    Frame frame = frame(64, data, 2, card("BZERO", "9223372036854775808"));
    assertThat(FrameArrays.doubles(frame)).containsExactly(0, 0x1p63);
  }

  @Test
  void floatsKeepTheirBits() {
    byte[] data = ByteBuffer.allocate(12).putFloat(-0f).putFloat(1e-42f).putFloat(3.4e38f).array();
    Frame frame = frame(-32, data, 3);
    assertThat(floats(frame)).containsExactly(-0f, 1e-42f, 3.4e38f);
    assertThat(Float.floatToRawIntBits(floats(frame)[0])).isEqualTo(0x80000000);
  }

  @Test
  void floatsAreScaledToo() {
    byte[] data = ByteBuffer.allocate(8).putFloat(0.1f).putFloat(2).array();
    Frame frame = frame(-32, data, 2, card("BSCALE", 3), card("BZERO", "0.7"));
    assertThat(floats(frame))
        .containsExactly((float) (3 * (double) 0.1f + 0.7), (float) (3 * 2 + 0.7));
  }

  @Test
  void doubles() {
    byte[] data = ByteBuffer.allocate(16).putDouble(0.1).putDouble(-1e300).array();
    Frame frame = frame(-64, data, 2, card("BSCALE", 2));
    assertThat(FrameArrays.doubles(frame)).containsExactly(0.2, -2e300);
  }

  @Test
  void nanAndInfinityAreMasked() {
    byte[] data =
        ByteBuffer.allocate(20)
            .putFloat(1)
            .putFloat(Float.NaN)
            .putFloat(Float.POSITIVE_INFINITY)
            .putFloat(Float.NEGATIVE_INFINITY)
            .putFloat(5)
            .array();
    Frame frame = frame(-32, data, 5);
    assertThat(floats(frame)).containsExactly(1, Float.NaN, Float.NaN, Float.NaN, 5);
    assertThat(mask(frame)).containsExactly(0, 1, 1, 1, 0);
    assertThat(frame.maskedCount()).isEqualTo(3);
  }

  @Test
  void valuesThatOverflowAFloatAreMasked() {
    Frame frame = frame(16, FitsBytes.shorts(3), 3, card("BSCALE", "2.0E38"));
    assertThat(floats(frame)).containsExactly(0, 2e38f, Float.NaN);
    assertThat(mask(frame)).containsExactly(0, 0, 1);
  }

  @Test
  void nanAmongDoublesIsMasked() {
    byte[] data = ByteBuffer.allocate(16).putDouble(Double.NaN).putDouble(2).array();
    Frame frame = frame(-64, data, 2);
    assertThat(FrameArrays.doubles(frame)).containsExactly(Double.NaN, 2);
    assertThat(mask(frame)).containsExactly(1, 0);
  }

  @ParameterizedTest
  @CsvSource({"8, 255", "16, -32768", "32, -2147483648", "64, -9223372036854775808"})
  void blankIsMaskedBeforeScaling(int bitpix, long blank) {
    ByteBuffer data = ByteBuffer.allocate(3 * bitpix / 8);
    for (long value : new long[] {1, blank, 3}) {
      for (int shift = bitpix - 8; shift >= 0; shift -= 8) {
        data.put((byte) (value >> shift));
      }
    }
    Frame frame = frame(bitpix, data.array(), 3, card("BLANK", blank), card("BZERO", 10));
    if (bitpix == 64) {
      assertThat(FrameArrays.doubles(frame)).containsExactly(11, Double.NaN, 13);
    } else {
      assertThat(floats(frame)).containsExactly(11, Float.NaN, 13);
    }
    assertThat(mask(frame)).containsExactly(0, 1, 0);
    assertThat(frame.maskedCount()).isEqualTo(1);
  }

  @Test
  void blankNobodyUsesLeavesNoMask() {
    Frame frame = frame(16, FitsBytes.shorts(4), 4, card("BLANK", -1));
    assertThat(mask(frame)).isNull();
    assertThat(frame.maskedCount()).isZero();
  }

  @Test
  void blankMeansNothingForFloats() {
    byte[] data = ByteBuffer.allocate(8).putFloat(32767).putFloat(1).array();
    assertThat(floats(frame(-32, data, 2, card("BLANK", 32767)))).containsExactly(32767, 1);
  }

  @Test
  void rowsAndColumns() {
    Frame frame = read(FitsBytes.ramp16(300, 200)).frame();
    assertThat(frame.width()).isEqualTo(300);
    assertThat(frame.height()).isEqualTo(200);
    assertThat(floats(frame)).hasSize(60_000);
    assertThat(floats(frame)[199 * 300 + 299]).isEqualTo((short) 59_999);
    assertThat(frame.header().getIntValue("NAXIS1")).isEqualTo(300);
    assertThat(frame.headerBlocks()).hasSize(2880);
  }

  @Test
  void moreThanTheFirstPiecesOfMemory() {
    int width = 2200;
    int height = 2000;
    byte[] bytes = FitsBytes.ramp16(width, height);
    Frame frame = read(bytes, -1, FrameReaderOptions.defaults()).frame();
    assertThat(width * height).isGreaterThan(PixelDecoder.FIRST_PIXELS);
    assertThat(floats(frame)).hasSize(width * height);
    for (int i : new int[] {0, 1, PixelDecoder.FIRST_PIXELS, width * height - 1}) {
      assertThat(floats(frame)[i]).isEqualTo((short) i);
    }
  }

  /** As long as several reads, the last of them short. */
  @ParameterizedTest
  @CsvSource({"8,false", "16,false", "32,false", "32,true", "64,true", "-32,false", "-64,true"})
  void manyReads(int bitpix, boolean exactIntegers) throws IOException {
    int n = 300_001;
    int bytes = Math.abs(bitpix) / 8;
    ByteBuffer data = ByteBuffer.allocate(n * bytes);
    for (int i = 0; i < n; i++) {
      switch (bitpix) {
        case 8 -> data.put((byte) (i % 251));
        case 16 -> data.putShort((short) (i % 251));
        case 32 -> data.putInt(i % 251);
        case 64 -> data.putLong(i % 251);
        case -32 -> data.putFloat(i % 251);
        default -> data.putDouble(i % 251);
      }
    }
    Scaling doubled = new Scaling(2, 1, null);
    try (Pixels pixels =
        PixelDecoder.of(bitpix, exactIntegers, doubled, new FrameMemory())
            .read(new ByteArrayInputStream(data.array()), n, true)) {
      assertThat(pixels.isDouble()).isEqualTo(exactIntegers);
      for (int i = 0; i < n; i++) {
        double value = exactIntegers ? pixels.doubles().get(i) : pixels.floats().get(i);
        if (value != 2 * (i % 251) + 1) {
          fail("pixel %d is %s", i, value);
        }
      }
    }
  }
}
