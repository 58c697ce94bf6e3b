package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kiramr.fits.FitsBytes.bzip2;
import static org.kiramr.fits.FitsBytes.card;
import static org.kiramr.fits.FitsBytes.gzip;
import static org.kiramr.fits.FitsBytes.join;
import static org.kiramr.fits.FitsBytes.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files that decompress to large ones, and damaged ones that ask for memory. */
@Timeout(60)
class DecompressionBombsTest {
  private static final int MEMBER = 8 << 20;
  private static final byte[] ZEROS = new byte[MEMBER];

  /** Compressed zeros, 10 GiB of them, after a beginning; compressors join their members. */
  private static byte[] bomb(byte[] beginning, byte[] member) {
    byte[][] parts = new byte[1 + (int) ((10L << 30) / MEMBER)][];
    Arrays.fill(parts, member);
    parts[0] = beginning;
    return join(parts);
  }

  private static List<byte[]> bombs(byte[] beginning) {
    return List.of(bomb(gzip(beginning), gzip(ZEROS)), bomb(bzip2(beginning), bzip2(ZEROS)));
  }

  @Test
  void endlessZeros() {
    for (byte[] bomb : bombs(new byte[0])) {
      assertThat(read(bomb).reject().code()).isEqualTo(RejectCode.NOT_FITS);
    }
  }

  @Test
  void anEndlessTable() {
    byte[] header =
        join(
            FitsBytes.ramp16(10, 10),
            new FitsBytes()
                .header(
                    card("XTENSION", "'BINTABLE'"),
                    card("BITPIX", 8),
                    card("NAXIS", 2),
                    card("NAXIS1", 100_000),
                    card("NAXIS2", 100_000),
                    card("PCOUNT", 0),
                    card("GCOUNT", 1))
                .bytes());
    for (byte[] bomb : bombs(header)) {
      FitsBytes.Read read = read(bomb);
      assertThat(read.frames()).hasSize(1);
      assertThat(read.codes()).containsExactly(RejectCode.TOO_LARGE);
      assertThat(read.rejects().get(0).reason())
          .isEqualTo("64.0 MiB of this compressed file hold no frame: decompress it first");
      assertThat(read.summary().bytes()).isEqualTo(bomb.length);
    }
  }

  /** Found by hand: fill up to the end of the file was read however much there was. */
  @Test
  void zerosAfterTheLastHdu() {
    byte[] bomb = bomb(gzip(FitsBytes.ramp16(10, 10)), gzip(ZEROS));
    FitsBytes.Read read = read(bomb);
    assertThat(read.frames()).hasSize(1);
    assertThat(read.codes()).containsExactly(RejectCode.TOO_LARGE);
    assertThat(read.summary().bytes()).isEqualTo(bomb.length);
  }

  /** Tables that compress well are no bombs as long as they are not large. */
  @Test
  void zerosThatFit() {
    byte[] table =
        new FitsBytes()
            .header(
                card("XTENSION", "'BINTABLE'"),
                card("BITPIX", 8),
                card("NAXIS", 2),
                card("NAXIS1", MEMBER),
                card("NAXIS2", 1),
                card("PCOUNT", 0),
                card("GCOUNT", 1))
            .data(ZEROS)
            .bytes();
    byte[] file = join(FitsBytes.ramp16(10, 10), table, FitsBytes.ramp16(1, 1));
    FitsBytes.Read read = read(gzip(file));
    assertThat(read.frames()).hasSize(1);
    assertThat(read.codes())
        .as("the third is no extension")
        .containsExactly(RejectCode.TRAILING_DATA);
    assertThat(read.summary().hdusIgnored()).isEqualTo(1);
  }

  /** Found by hand: ten bytes that say 28 bits took a gigabyte and more. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 17, 24, 28, 29, 30, 31})
  void compressWithCodesThatItNeverHas(int bits) {
    byte[] file = join(new byte[] {0x1F, (byte) 0x9D, (byte) (0x80 | bits)}, new byte[500]);
    Reject reject = read(file).reject();
    assertThat(reject.code()).isEqualTo(RejectCode.CORRUPT_COMPRESSION);
    assertThat(reject.reason())
        .isEqualTo("the compress stream is damaged: its codes have " + bits + " bits, not 9 to 16");
  }

  @Test
  void compressWithoutAHeader() {
    assertThat(read(new byte[] {0x1F, (byte) 0x9D}).reject().code())
        .isEqualTo(RejectCode.TRUNCATED);
  }

  /** One code for ever longer runs of the same byte: compress(1) shrinks them most. */
  @Test
  void compressedZeros() throws IOException {
    byte[] file = compressZeros(5000);
    FrameReaderOptions options = FrameReaderOptions.defaults();
    try (FrameReader reader =
        new FrameReader(new ByteArrayInputStream(file), "a.fits.Z", file.length, options)) {
      assertThat(((Reject) reader.next()).code()).isEqualTo(RejectCode.NOT_FITS);
      assertThat(reader.next()).isNull();
      assertThat(reader.bytesRead()).isEqualTo(file.length);
    }
  }

  /** LZW of zeros: the code 0, then each code as it comes into being, of 9 bits and growing. */
  private static byte[] compressZeros(int codes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x1F, (byte) 0x9D, (byte) 0x90});
    long bits = 0;
    int have = 0;
    int width = 9;
    int group = 0;
    for (int i = 0; i < codes; i++) {
      long code = i == 0 ? 0 : 256 + i;
      int needed = Math.max(9, Long.SIZE - Long.numberOfLeadingZeros(256L + i));
      if (needed > width) {
        // A new width begins with a new group of eight codes.
        for (; group % 8 != 0; group++) {
          have += width;
        }
        width = needed;
      }
      bits |= code << have;
      have += width;
      group++;
      while (have >= Byte.SIZE) {
        out.write((int) bits);
        bits >>>= Byte.SIZE;
        have -= Byte.SIZE;
      }
    }
    out.write((int) bits);
    return out.toByteArray();
  }

  /**
   * Found by hand: the decompressor calls itself for each empty member, until the stack is full.
   */
  @Test
  void emptyMembers() {
    byte[][] members = new byte[100_000][];
    Arrays.fill(members, gzip(new byte[0]));
    Reject reject = read(join(members)).reject();
    assertThat(reject.code()).isEqualTo(RejectCode.CORRUPT_COMPRESSION);
    assertThat(reject.reason()).contains("too many empty parts follow each other");
    Arrays.fill(members, bzip2(new byte[0]));
    assertThat(read(join(members)).reject().code()).isEqualTo(RejectCode.EMPTY_FILE);
  }

  /** Found by hand: the second frame was read while the first one was held, too much for two. */
  @Test
  void aFrameThatIsHeldBackLeavesRoomForTheNext() throws IOException {
    byte[] noise = new byte[400_000];
    new Random(2).nextBytes(noise);
    byte[] file =
        gzip(
            new FitsBytes()
                .image(16, 400, 500)
                .data(noise)
                .imageExtension(16, 400, 500)
                .data(noise)
                .bytes());
    FrameReaderOptions options = new FrameReaderOptions(FieldPattern.defaults(), 1_300_000, true);
    try (FrameReader reader =
        new FrameReader(new ByteArrayInputStream(file), "a.fits.gz", file.length, options)) {
      assertThat(((Frame) reader.next()).id().hdu()).isZero();
      assertThat(reader.bytesRead()).as("not read on").isLessThan(noise.length + 150_000);
      assertThat(((Frame) reader.next()).id().hdu()).isEqualTo(1);
      assertThat(reader.next()).isNull();
    }
  }
}
