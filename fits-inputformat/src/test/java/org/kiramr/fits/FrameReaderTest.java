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
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import nom.tam.fits.Header;
import org.junit.jupiter.api.Test;

/** Which HDUs are frames, from which forms of file, and what the reader says about the file. */
class FrameReaderTest {
  private static final String[] TABLE = {
    card("XTENSION", "'BINTABLE'"), card("BITPIX", 8), card("NAXIS", 2), card("NAXIS1", 10),
    card("NAXIS2", 300), card("PCOUNT", 4000), card("GCOUNT", 1), card("TFIELDS", 0)
  };

  private static byte[] severalHdus() {
    return new FitsBytes()
        .header(card("SIMPLE", "T"), card("BITPIX", 8), card("NAXIS", 0), card("FILTER", "'r '"))
        .imageExtension(16, 20, 30)
        .data(FitsBytes.shorts(600))
        .header(TABLE)
        .data(new byte[7000])
        .header(
            card("XTENSION", "'IMAGE   '"),
            card("BITPIX", -32),
            card("NAXIS", 1),
            card("NAXIS1", 50),
            card("PCOUNT", 0),
            card("GCOUNT", 1))
        .data(new byte[200])
        .header(
            card("XTENSION", "'FOREIGN '"),
            card("BITPIX", 8),
            card("NAXIS", 1),
            card("NAXIS1", 5000),
            card("PCOUNT", 0),
            card("GCOUNT", 1))
        .data(new byte[5000])
        .imageExtension(8, 3, 2)
        .data(new byte[] {1, 2, 3, 4, 5, 6})
        .bytes();
  }

  @Test
  void imagesAreFramesAndTheRestIsIgnored() {
    for (byte[] form : new byte[][] {severalHdus(), gzip(severalHdus()), bzip2(severalHdus())}) {
      FitsBytes.Read read = read(form);
      assertThat(read.rejects()).isEmpty();
      assertThat(read.frames())
          .extracting(Frame::id)
          .containsExactly(
              new FrameId("file", "r", "dir/file.fits", 1),
              new FrameId("file", "r", "dir/file.fits", 5));
      assertThat(floats(read.frames().get(1))).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(read.summary().hdusIgnored()).isEqualTo(4);
      assertThat(read.summary().frames()).isEqualTo(2);
      assertThat(read.summary().rejects()).isZero();
    }
  }

  @Test
  void randomGroupsAreIgnored() {
    byte[] file =
        new FitsBytes()
            .header(
                card("SIMPLE", "T"),
                card("BITPIX", -32),
                card("NAXIS", 3),
                card("NAXIS1", 0),
                card("NAXIS2", 3),
                card("NAXIS3", 4),
                card("GROUPS", "T"),
                card("PCOUNT", 2),
                card("GCOUNT", 100))
            .data(new byte[100 * (2 + 12) * 4])
            .imageExtension(8, 2, 1)
            .data(new byte[] {7, 8})
            .bytes();
    FitsBytes.Read read = read(file);
    assertThat(read.frame().id().hdu()).isEqualTo(1);
    assertThat(read.summary().hdusIgnored()).isEqualTo(1);
  }

  @Test
  void unknownTileCompressionAndZeroSizesAreNamed() {
    byte[] tiled =
        new FitsBytes()
            .header(card("SIMPLE", "T"), card("BITPIX", 8), card("NAXIS", 0))
            .header(
                join(
                    TABLE,
                    card("ZIMAGE", "T"),
                    card("ZCMPTYPE", "'BZIP2_1 '"),
                    card("ZBITPIX", 16),
                    card("ZNAXIS", 2),
                    card("ZNAXIS1", 10),
                    card("ZNAXIS2", 10)))
            .data(new byte[7000])
            .imageExtension(16, 0, 4)
            .bytes();
    FitsBytes.Read read = read(tiled);
    assertThat(read.codes())
        .containsExactly(RejectCode.UNSUPPORTED_COMPRESSION, RejectCode.ZERO_SIZE);
    assertThat(read.rejects().get(0).reason()).contains("BZIP2_1", "RICE_1");
    assertThat(read.rejects().get(1).reason()).contains("0 x 4");
    assertThat(read.rejects()).extracting(Reject::field).containsOnly("file");
  }

  private static String[] join(String[] cards, String... more) {
    String[] all = Arrays.copyOf(cards, cards.length + more.length);
    System.arraycopy(more, 0, all, cards.length, more.length);
    return all;
  }

  @Test
  void allMasked() {
    byte[] file =
        new FitsBytes().image(8, 2, 2, card("BLANK", 9)).data(new byte[] {9, 9, 9, 9}).bytes();
    assertThat(read(file).reject().code()).isEqualTo(RejectCode.ALL_MASKED);
  }

  @Test
  void concatenatedStreams() {
    byte[] file = ramp16(70, 60);
    byte[] head = Arrays.copyOf(file, 4000);
    byte[] tail = Arrays.copyOfRange(file, 4000, file.length);
    for (byte[] form :
        new byte[][] {
          FitsBytes.join(gzip(head), gzip(tail)),
          FitsBytes.join(gzip(head), gzip(new byte[0]), gzip(tail)),
          FitsBytes.join(bzip2(head), bzip2(tail))
        }) {
      assertThat(floats(read(form).frame())[4199]).isEqualTo(4199);
      assertThat(floats(trickle(form).frame())[4199]).isEqualTo(4199);
    }
  }

  /** A stream that gives a few bytes at a time and never says that more are available. */
  private static FitsBytes.Read trickle(byte[] form) {
    InputStream slow =
        new ByteArrayInputStream(form) {
          @Override
          public synchronized int read(byte[] target, int from, int length) {
            return super.read(target, from, Math.min(length, 7));
          }

          @Override
          public synchronized int available() {
            return 0;
          }
        };
    try (FrameReader reader =
        new FrameReader(slow, "file.fits", -1, FrameReaderOptions.defaults())) {
      FrameItem item = reader.next();
      assertThat(reader.next()).isNull();
      return new FitsBytes.Read(List.of(item), reader.summary("x"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void lengthSumAndTimesOfTheWholeFile() throws IOException {
    byte[] file = gzip(severalHdus());
    CRC32 crc = new CRC32();
    crc.update(file);
    try (FrameReader reader =
        new FrameReader(
            new ByteArrayInputStream(file), "a.fits", -1, FrameReaderOptions.defaults())) {
      int items = 0;
      while (reader.next() != null) {
        items++;
      }
      assertThat(items).isEqualTo(2);
      assertThat(reader.summary("hdfs://x/a.fits"))
          .isEqualTo(
              new FileSummary("a.fits", "hdfs://x/a.fits", file.length, crc.getValue(), 2, 0, 4));
      assertThat(reader.readNanos()).isPositive();
      assertThat(reader.decodeNanos()).isPositive();
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void datasum() {
    byte[] pixels = FitsBytes.shorts(4);
    // 0x00000001 + 0x00020003
    byte[] good =
        new FitsBytes().image(16, 2, 2, card("DATASUM", "'131076  '")).data(pixels).bytes();
    assertThat(read(good).frame()).isNotNull();
    byte[] bad =
        new FitsBytes().image(16, 2, 2, card("DATASUM", "'131077  '")).data(pixels).bytes();
    Reject reject = read(bad).reject();
    assertThat(reject.code()).isEqualTo(RejectCode.DATASUM_MISMATCH);
    assertThat(reject.reason())
        .contains("131077", "131076", "--ignore-datasum", "kira.fits.verify-datasum=false");
    FrameReaderOptions unchecked = new FrameReaderOptions(FieldPattern.defaults(), 1 << 20, false);
    assertThat(read(bad, bad.length, unchecked).frame()).isNotNull();
    byte[] old =
        new FitsBytes().image(16, 2, 2, card("DATASUM", "'MaAaMZ5ZMaAaMW3W'")).data(pixels).bytes();
    assertThat(read(old).frame()).isNotNull();
  }

  @Test
  void framesOfACompressedFileBeyondTheBoundAreNotHeldBack() {
    FitsBytes many =
        new FitsBytes().header(card("SIMPLE", "T"), card("BITPIX", 8), card("NAXIS", 0));
    for (int i = 0; i < 20; i++) {
      many.imageExtension(16, 100, 100).data(FitsBytes.shorts(10_000));
    }
    byte[] cut = gzip(many.bytes());
    cut[cut.length - 6] ^= 1; // The stream's own checksum.
    FrameReaderOptions threeFrames =
        new FrameReaderOptions(FieldPattern.defaults(), 3 * 50_000, true);
    FitsBytes.Read read = read(cut, cut.length, threeFrames);
    assertThat(read.frames()).as("two held back, and room for the third to grow").hasSize(18);
    assertThat(read.codes()).hasSize(2).containsOnly(RejectCode.CORRUPT_COMPRESSION);
    assertThat(read.rejects()).extracting(Reject::hdu).containsExactly(19, 20);
  }

  @Test
  void framesCanBeMadeAndTakenApart() throws Exception {
    Header header = read(ramp16(3, 2)).frame().header();
    FrameId id = new FrameId("f", "r", "i", 0);
    Frame frame = Frame.ofFloats(id, -32, 2, 1, new float[] {1, Float.NaN}, header);
    Frame again = Frame.restore(id, -32, 2, 1, floats(frame), null, frame.headerBlocks());
    assertThat(again.maskedCount()).isEqualTo(1);
    assertThat(again.header().getIntValue("NAXIS1")).isEqualTo(3);
    assertThatThrownBy(() -> Frame.ofFloats(id, -32, 2, 2, new float[] {1}, header))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 x 2");
    assertThatThrownBy(() -> Frame.restore(id, 8, 1, 1, new float[1], null, new byte[80]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a FITS header");
  }
}
