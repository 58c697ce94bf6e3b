package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kiramr.fits.FitsBytes.bzip2;
import static org.kiramr.fits.FitsBytes.card;
import static org.kiramr.fits.FitsBytes.gzip;
import static org.kiramr.fits.FitsBytes.join;
import static org.kiramr.fits.FitsBytes.ramp16;
import static org.kiramr.fits.FitsBytes.read;
import static org.kiramr.fits.FrameArrays.floats;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are cut, damaged, absurd or malicious give rejects, never exceptions. */
class HostileFilesTest {
  private static final FrameReaderOptions SMALL =
      new FrameReaderOptions(FieldPattern.defaults(), 100_000, true);

  @Test
  void cutAnywhere() {
    byte[] file =
        new FitsBytes()
            .image(16, 40, 50)
            .data(FitsBytes.shorts(2000))
            .imageExtension(16, 40, 50)
            .data(FitsBytes.shorts(2000))
            .bytes();
    for (int length = 0; length < file.length; length += 100) {
      byte[] cut = Arrays.copyOf(file, length);
      for (long known : new long[] {length, -1}) {
        FitsBytes.Read read = read(cut, known, FrameReaderOptions.defaults());
        boolean firstWhole = length >= 2880 + 4000;
        boolean secondWhole = length >= 3 * 2880 + 2880 + 4000;
        assertThat(read.frames())
            .as("%d bytes", length)
            .hasSize((firstWhole ? 1 : 0) + (secondWhole ? 1 : 0));
        boolean atBorder = length == 0 || secondWhole || (firstWhole && length <= 3 * 2880);
        if (!atBorder) {
          assertThat(read.codes()).as("%d bytes", length).containsExactly(RejectCode.TRUNCATED);
        }
      }
    }
  }

  @Test
  void compressedAndCutAnywhere() {
    for (byte[] file : new byte[][] {gzip(noise()), bzip2(noise())}) {
      for (int length = 1; length < file.length; length += 500) {
        FitsBytes.Read read = read(Arrays.copyOf(file, length));
        assertThat(read.frames()).isEmpty();
        assertThat(read.rejects()).as("%d bytes", length).isNotEmpty();
        assertThat(read.summary().bytes()).isEqualTo(length);
      }
    }
  }

  /**
   * What is cut off is less than what a compressed file holds: the frame is whole, the file not.
   */
  @Test
  void compressedAndCutWithinItsChecksum() {
    byte[] file = gzip(noise());
    FitsBytes.Read read = read(Arrays.copyOf(file, file.length - 3));
    assertThat(read.codes()).containsExactly(RejectCode.TRUNCATED);
  }

  @Test
  void oneFlippedBitInACompressedFileIsNeverAFrame() {
    Random random = new Random(4);
    for (byte[] file : new byte[][] {gzip(noise()), bzip2(noise())}) {
      for (int i = 0; i < 200; i++) {
        byte[] flipped = file.clone();
        int at = 10 + random.nextInt(file.length - 10);
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        FitsBytes.Read read = read(flipped);
        assertThat(read.frames()).as("bit in byte %d", at).isEmpty();
        assertThat(read.rejects()).as("bit in byte %d", at).isNotEmpty();
      }
    }
  }

  /** Garbage that decompresses is first taken for no FITS file; the damage shows up later. */
  @Test
  void aFileHasOneRejectAtMostForItselfAndForEachHdu() {
    byte[] text = new byte[2_000_000];
    new Random(6).nextBytes(text);
    byte[] extensions =
        new FitsBytes()
            .image(16, 100, 50)
            .data(FitsBytes.shorts(5000))
            .imageExtension(17, 100, 50)
            .data(FitsBytes.shorts(5000))
            .raw(text)
            .bytes();
    for (byte[] content : new byte[][] {text, extensions}) {
      for (byte[] file : new byte[][] {gzip(content), bzip2(content)}) {
        for (int at : new int[] {file.length / 2, file.length * 9 / 10, file.length - 6}) {
          byte[] flipped = file.clone();
          flipped[at] ^= 4;
          for (byte[] bad : new byte[][] {flipped, Arrays.copyOf(file, at)}) {
            FitsBytes.Read read = read(bad);
            assertThat(read.rejects()).extracting(Reject::hdu).doesNotHaveDuplicates();
            assertThat(read.rejects()).isNotEmpty();
            assertThat(read.summary().rejects()).isEqualTo(read.rejects().size());
          }
          assertThat(read(flipped).codes()).containsOnly(RejectCode.CORRUPT_COMPRESSION);
        }
      }
    }
  }

  private static byte[] noise() {
    byte[] pixels = new byte[2 * 5000];
    new Random(3).nextBytes(pixels);
    return new FitsBytes().image(16, 100, 50).data(pixels).bytes();
  }

  @Test
  void randomDamageNeverThrows() {
    byte[] good = join(ramp16(50, 40));
    Random random = new Random(5);
    for (int i = 0; i < 3000; i++) {
      byte[] bad = good.clone();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        bad[random.nextInt(800)] = (byte) random.nextInt(256);
      }
      FitsBytes.Read read = read(bad, random.nextBoolean() ? bad.length : -1, SMALL);
      assertThat(read.summary().bytes()).isEqualTo(bad.length);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NAXIS1, -1, NAXIS1 = -1 is negative",
    "NAXIS1, 'T', NAXIS1 = T in the header is not a whole number of 64 bits",
    "NAXIS1, 1E999999999, NAXIS1 = 1E999999999 in the header is not a whole number of 64 bits",
    "NAXIS1, 9223372036854775807, axes of 9223372036854775807 x 10",
    "NAXIS, 1000, NAXIS = 1000 is not between 0 and 999",
    "NAXIS, -2, NAXIS = -2 is not between 0 and 999",
    "BITPIX, 17, 'BITPIX = 17 is not one of 8, 16, 32, 64, -32, -64'",
    "BSCALE, 'x', BSCALE = x in the header is not a finite number",
    "BLANK, 0.5, BLANK = 0.5 in the header is not a whole number of 64 bits",
  })
  void badCards(String keyword, String value, String reason) {
    String[] cards = {
      card("SIMPLE", "T"),
      card("BITPIX", 16),
      card("NAXIS", 2),
      card("NAXIS1", 10),
      card("NAXIS2", 10),
      card("BSCALE", 1),
      card("BLANK", 0)
    };
    for (int i = 0; i < cards.length; i++) {
      if (cards[i].startsWith(String.format("%-8s=", keyword))) {
        cards[i] = card(keyword, value);
      }
    }
    Reject reject = read(new FitsBytes().header(cards).data(new byte[200]).bytes()).reject();
    assertThat(reject.code()).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(reject.stage()).isEqualTo(RejectStage.DECODE);
    assertThat(reject.hdu()).isZero();
    assertThat(reject.reason()).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BITPIX", "NAXIS", "NAXIS2"})
  void missingCards(String keyword) {
    String[] cards =
        Arrays.stream(
                new String[] {
                  card("SIMPLE", "T"),
                  card("BITPIX", 16),
                  card("NAXIS", 2),
                  card("NAXIS1", 10),
                  card("NAXIS2", 10)
                })
            .filter(card -> !card.startsWith(String.format("%-8s=", keyword)))
            .toArray(String[]::new);
    Reject reject = read(new FitsBytes().header(cards).data(new byte[200]).bytes()).reject();
    assertThat(reject.code()).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(reject.reason()).contains("no card " + keyword);
  }

  @Test
  void afterABadImageTheNextOnesAreRead() {
    byte[] file =
        new FitsBytes()
            .image(16, 10, 10, card("BSCALE", "'x'"))
            .data(FitsBytes.shorts(100))
            .header(
                card("XTENSION", "'IMAGE   '"),
                card("BITPIX", 16),
                card("NAXIS", 3),
                card("NAXIS1", 5),
                card("NAXIS2", 5),
                card("NAXIS3", 5),
                card("PCOUNT", 0),
                card("GCOUNT", 1))
            .data(FitsBytes.shorts(125))
            .imageExtension(16, 10, 10)
            .data(FitsBytes.shorts(100))
            .imageExtension(99, 10, 10)
            .data(FitsBytes.shorts(100))
            .bytes();
    for (byte[] form : new byte[][] {file, gzip(file)}) {
      FitsBytes.Read read = read(form);
      assertThat(read.codes())
          .containsExactly(
              RejectCode.BAD_HEADER, RejectCode.UNSUPPORTED_DIMENSIONS, RejectCode.BAD_HEADER);
      assertThat(read.rejects()).extracting(Reject::hdu).containsExactly(0, 1, 3);
      assertThat(read.frames()).extracting(f -> f.id().hdu()).containsExactly(2);
      assertThat(read.summary().frames()).isEqualTo(1);
      assertThat(read.summary().rejects()).isEqualTo(3);
    }
  }

  @Test
  void oneUnreadableCardDoesNotCostTheImage() {
    byte[] file = new FitsBytes().image(16, 10, 10, "ODD     = 'no quote at the end").bytes();
    byte[] whole = join(file, FitsBytes.shorts(100));
    assertThat(floats(read(whole).frame())[99]).isEqualTo(99);
  }

  @Test
  void aHeaderWithoutEnd() {
    byte[] endless = (card("SIMPLE", "T") + " ".repeat(50)).getBytes(StandardCharsets.US_ASCII);
    byte[] blanks = new byte[HeaderScanner.MAX_CARDS * 80 + 5760];
    Arrays.fill(blanks, (byte) ' ');
    Reject reject = read(gzip(join(endless, blanks))).reject();
    assertThat(reject.code()).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(reject.reason()).contains("no END card among its first 100000");
  }

  @Test
  void aClaimAloneTakesNoMemory() {
    // Fits the bound of 100 GB; if the claim were believed this would end the JVM of the tests.
    FrameReaderOptions generous = new FrameReaderOptions(FieldPattern.defaults(), 100L << 30, true);
    byte[] file = new FitsBytes().image(16, 40_000, 50_000).data(FitsBytes.shorts(100)).bytes();
    for (byte[] form : new byte[][] {file, gzip(file), bzip2(file)}) {
      Reject reject = read(form, -1, generous).reject();
      assertThat(reject.code()).isEqualTo(RejectCode.TRUNCATED);
      assertThat(reject.reason()).contains("promises 4000000000 bytes", "the file has 2880");
    }
  }

  @Test
  void tooLargeForTheHeap() {
    byte[] file =
        new FitsBytes()
            .image(-64, 200, 100)
            .data(new byte[160_000])
            .imageExtension(16, 10, 10)
            .data(FitsBytes.shorts(100))
            .bytes();
    FitsBytes.Read read = read(file, file.length, SMALL);
    assertThat(read.codes()).containsExactly(RejectCode.TOO_LARGE);
    assertThat(read.rejects().get(0).reason())
        .contains("200 x 100", "0.2 MiB", "0.1 MiB", "mapreduce.map.memory.mb");
    assertThat(read.frames()).hasSize(1);
  }

  @Test
  void wantOfMemoryIsNoReject() throws IOException {
    InputStream greedy =
        new InputStream() {
          @Override
          public int read() {
            return read(new byte[1], 0, 1);
          }

          @Override
          public int read(byte[] target, int from, int length) {
            throw new OutOfMemoryError("Java heap space");
          }
        };
    try (FrameReader reader =
        new FrameReader(greedy, "a.fits", 5760, FrameReaderOptions.defaults())) {
      assertThatThrownBy(reader::next).isInstanceOf(OutOfMemoryError.class);
    }
  }

  /** More pixels than are taken on trust, so that their array has to grow. */
  @Test
  void manyPixelsOfUnknownPresence() {
    int width = PixelDecoder.FIRST_PIXELS / 1000 + 7;
    byte[] pixels = new byte[width * 4001];
    new Random(8).nextBytes(pixels);
    byte[] file = new FitsBytes().image(8, width, 4001).data(pixels).bytes();
    float[] read = floats(read(file, -1, FrameReaderOptions.defaults()).frame());
    assertThat(read).hasSize(pixels.length);
    for (int i = 0; i < read.length; i++) {
      if (read[i] != (pixels[i] & 0xFF)) {
        throw new AssertionError("pixel " + i + " is " + read[i]);
      }
    }
  }

  @Test
  void bytesAfterTheLastHdu() {
    byte[] file = ramp16(10, 10);
    FitsBytes.Read read = read(join(file, new byte[] {'\n'}));
    assertThat(read.frames()).hasSize(1);
    assertThat(read.rejects().get(0).code()).isEqualTo(RejectCode.TRAILING_DATA);
    assertThat(read.rejects().get(0).hdu()).isEqualTo(1);
    assertThat(read.rejects().get(0).reason()).contains("from byte 5760 on");
  }

  @Test
  void fillAfterTheLastHduIsNoError() {
    byte[] blanks = new byte[100];
    Arrays.fill(blanks, (byte) ' ');
    read(join(ramp16(10, 10), new byte[28_800])).frame();
    read(join(ramp16(10, 10), new byte[7])).frame();
    read(join(ramp16(10, 10), blanks)).frame();
  }

  @Test
  void missingPaddingIsNoError() {
    byte[] file = Arrays.copyOf(ramp16(10, 10), 2880 + 200);
    read(file).frame();
    read(gzip(file)).frame();
  }

  @Test
  void bytesAfterACompressedStreamAreIgnored() {
    byte[] garbage = {1, 2, 3, 4};
    assertThat(read(join(bzip2(ramp16(10, 10)), garbage)).frame()).isNotNull();
    assertThat(read(join(gzip(ramp16(10, 10)), garbage)).frame()).isNotNull();
    assertThat(read(join(gzip(ramp16(10, 10)), new byte[512])).summary().bytes())
        .isEqualTo(gzip(ramp16(10, 10)).length + 512);
  }

  @Test
  void notFits() {
    Reject reject = read("<html>\u0007 404".getBytes(StandardCharsets.UTF_8)).reject();
    assertThat(reject.code()).isEqualTo(RejectCode.NOT_FITS);
    assertThat(reject.hdu()).isEqualTo(Reject.WHOLE_FILE);
    assertThat(reject.reason()).contains("<html>? 404");
    assertThat(read(gzip("text".getBytes(StandardCharsets.UTF_8))).reject().code())
        .isEqualTo(RejectCode.NOT_FITS);
    assertThat(read(new byte[0]).reject().code()).isEqualTo(RejectCode.EMPTY_FILE);
    assertThat(read(gzip(new byte[0])).reject().code()).isEqualTo(RejectCode.EMPTY_FILE);
  }

  @Test
  void aFailingFileSystemIsAReject() throws IOException {
    assertThat(readError(new IOException("Could not obtain\nblock: blk_1")))
        .isEqualTo("the file could not be read beyond byte 10000: Could not obtain block: blk_1");
  }

  @Test
  void reasonsNameNoClasses() throws IOException {
    String start = "the file could not be read beyond byte 10000: ";
    assertThat(readError(new IOException())).isEqualTo(start + "no further details");
    assertThat(readError(new IOException(new EOFException())))
        .isEqualTo(start + "no further details");
    assertThat(readError(new IOException("read failed (IOException)")))
        .isEqualTo(start + "read failed");
    assertThat(
            readError(
                new IOException(
                    "java.net.SocketTimeoutException: 60 s\n\tat org.x.A.b(A.java:1)\n\tat c")))
        .isEqualTo(start + "60 s");
  }

  private static String readError(IOException failure) throws IOException {
    byte[] file = ramp16(200, 200);
    InputStream failing =
        new InputStream() {
          private final InputStream in = new ByteArrayInputStream(file, 0, 10_000);

          @Override
          public int read() throws IOException {
            throw new AssertionError("not read byte by byte");
          }

          @Override
          public int read(byte[] target, int from, int length) throws IOException {
            int n = in.read(target, from, length);
            if (n < 0) {
              throw failure;
            }
            return n;
          }
        };
    try (FrameReader reader =
        new FrameReader(failing, "a.fits", file.length, FrameReaderOptions.defaults())) {
      Reject reject = (Reject) reader.next();
      assertThat(reject.code()).isEqualTo(RejectCode.READ_ERROR);
      assertThat(reject.stage()).isEqualTo(RejectStage.READ);
      assertThat(reader.next()).isNull();
      assertThat(reader.bytesRead()).isEqualTo(10_000);
      return reject.reason();
    }
  }
}
