package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kiramr.fits.FitsBytes.card;
import static org.kiramr.fits.FitsBytes.gzip;
import static org.kiramr.fits.FitsBytes.read;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import nom.tam.fits.compression.algorithm.hcompress.HCompressor;
import nom.tam.fits.compression.algorithm.hcompress.HCompressorOption;
import nom.tam.fits.compression.algorithm.rice.RiceCompressOption;
import nom.tam.fits.compression.algorithm.rice.RiceCompressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tile-compressed images that are damaged, absurd or malicious give rejects; the next HDU is read.
 */
class HostileTilesTest {
  private static final byte[] GOOD = gzip(new byte[] {0, 1, 0, 2});

  private static Reject rejectOf(TiledBytes file) {
    return rejectOf(file, FrameReaderOptions.defaults());
  }

  private static Reject rejectOf(TiledBytes file, FrameReaderOptions options) {
    byte[] bytes = file.bytes();
    FitsBytes.Read read = read(bytes, bytes.length, options);
    assertThat(read.frames()).as("%s", read.items()).hasSize(1);
    assertThat(read.frames().get(0).id().hdu()).isEqualTo(2);
    assertThat(read.rejects()).hasSize(1);
    assertThat(read.rejects().get(0).hdu()).isEqualTo(1);
    assertThat(read.rejects().get(0).reason()).doesNotContain("Exception", "\n");
    return read.rejects().get(0);
  }

  private static TiledBytes twoRows() {
    return new TiledBytes("GZIP_1", 16, 2, 2, true).tile(GOOD);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0",
    "20, -1",
    "20, 1000000",
    "9223372036854775807, 0",
    "20, 9223372036854775807",
    "9223372036854775807, 9223372036854775807",
    "0, 5"
  })
  void heapPointers(long count, long start) {
    Reject reject = rejectOf(twoRows().row(count, start));
    assertThat(reject.code()).isEqualTo(RejectCode.CORRUPT_COMPRESSION);
    assertThat(reject.reason()).startsWith("tile 2 of 2 (row 2 of the table, 2 x 1 pixels");
  }

  @Test
  void overlappingTiles() {
    Reject reject = rejectOf(twoRows().row(GOOD.length - 1, 1));
    assertThat(reject.code()).isEqualTo(RejectCode.CORRUPT_COMPRESSION);
    assertThat(reject.reason()).contains("another tile");
  }

  @Test
  void tilesOfAnotherSize() {
    assertThat(rejectOf(twoRows().tile(gzip(new byte[] {0, 1, 0}))).reason())
        .contains("3 bytes for 2 pixels");
    assertThat(rejectOf(twoRows().tile(gzip(new byte[0]))).reason()).contains("0 bytes");
    assertThat(rejectOf(twoRows().tile(gzip(new byte[100_000_000]))).reason())
        .contains("decompresses to more than 8 bytes");
    assertThat(rejectOf(twoRows().tile(Arrays.copyOf(GOOD, GOOD.length - 3))).code())
        .isEqualTo(RejectCode.CORRUPT_COMPRESSION);
  }

  @ParameterizedTest
  @CsvSource({
    "NAXIS2, 3, BAD_HEADER",
    "ZNAXIS2, 3, BAD_HEADER",
    "ZNAXIS2, -3, BAD_HEADER",
    "ZNAXIS2, 0, ZERO_SIZE",
    "ZNAXIS, 3, UNSUPPORTED_DIMENSIONS",
    "ZNAXIS, 2000, BAD_HEADER",
    "ZNAXIS1, 9000000000000000000, BAD_HEADER",
    "ZNAXIS1, 3000000000, TOO_LARGE",
    "ZBITPIX, 12, BAD_HEADER",
    "ZTILE1, 0, BAD_HEADER",
    "ZTILE1, -9223372036854775808, BAD_HEADER",
    "TFIELDS, 2000000000, BAD_HEADER",
    "TFIELDS, 2, BAD_HEADER",
    "TFORM1, '8B', CORRUPT_COMPRESSION",
    "TFORM1, '999999999M', BAD_HEADER",
    "TFORM1, '', BAD_HEADER",
    "THEAP, 1, BAD_HEADER",
    "THEAP, 99999, BAD_HEADER",
    "ZVAL1, 0, BAD_HEADER",
    "ZVAL1, 2000000000, BAD_HEADER",
    "ZCMPTYPE, 'BZIP2_1', UNSUPPORTED_COMPRESSION",
  })
  void cards(String keyword, String value, RejectCode code) {
    String text =
        keyword.startsWith("TFORM") || keyword.equals("ZCMPTYPE") ? "'" + value + "'" : value;
    byte[] file =
        new TiledBytes("GZIP_1", 16, 2, 1, false)
            .cards(
                card("ZNAXIS3", 2),
                card("ZTILE1", 2),
                card("THEAP", 8),
                card("ZNAME1", "'BLOCKSIZE'"),
                card("ZVAL1", 32))
            .tile(GOOD)
            .bytes();
    byte[] changed = change(file, keyword, text);
    FitsBytes.Read read = read(changed);
    assertThat(read.codes()).containsExactly(code);
  }

  /** Changes a card of the second header. */
  private static byte[] change(byte[] file, String keyword, String value) {
    byte[] changed = file.clone();
    byte[] card = String.format("%-80s", card(keyword, value)).getBytes(StandardCharsets.US_ASCII);
    for (int at = 2880; at < 2 * 2880; at += 80) {
      if (new String(file, at, 8, StandardCharsets.US_ASCII).strip().equals(keyword)) {
        System.arraycopy(card, 0, changed, at, card.length);
        return changed;
      }
    }
    throw new IllegalArgumentException("no card " + keyword);
  }

  @Test
  void unknownQuantisation() {
    TiledBytes file =
        new TiledBytes("GZIP_1", -32, 1, 1, false)
            .cards(card("ZSCALE", 1), card("ZQUANTIZ", "'MAGIC   '"))
            .tile(GOOD);
    assertThat(rejectOf(file).reason()).contains("MAGIC");
  }

  /** The image alone would fit; image, tile and rows do not. */
  @Test
  void memoryOfTilesCounts() {
    FrameReaderOptions small = new FrameReaderOptions(FieldPattern.defaults(), 60_000, true);
    TiledBytes file =
        new TiledBytes("GZIP_1", 16, 100, 100, false).cards(card("ZTILE2", 100)).tile(GOOD);
    assertThat(rejectOf(file, small).code()).isEqualTo(RejectCode.TOO_LARGE);
    TiledBytes long1 = new TiledBytes("GZIP_1", 16, 2, 1, false).tile(new byte[70_000]);
    assertThat(rejectOf(long1, small).code()).isEqualTo(RejectCode.TOO_LARGE);
  }

  /** Found by hand: one tile of the whole image is decoded in the heap, which may be small. */
  @ParameterizedTest
  @ValueSource(strings = {"GZIP_1", "RICE_1", "HCOMPRESS_1", "PLIO_1"})
  void tilesThatTheHeapCannotHold(String compression) {
    int side = (int) Math.sqrt(0.6 * Runtime.getRuntime().maxMemory() / 20);
    TiledBytes file =
        new TiledBytes(compression, 32, side, side, false)
            .cards(card("ZTILE1", side), card("ZTILE2", side))
            .tile(GOOD);
    FrameReaderOptions generous = new FrameReaderOptions(FieldPattern.defaults(), 100L << 30, true);
    Reject reject = rejectOf(file, generous);
    assertThat(reject.code()).isEqualTo(RejectCode.TOO_LARGE);
    assertThat(reject.reason()).contains("of the Java heap, one frame may take");
  }

  @Test
  void columnsWiderThanAnInt() {
    TiledBytes file =
        new TiledBytes("GZIP_1", 16, 2, 1, false)
            .column("JUNK", "2147483647B")
            .column("ZSCALE", "1D")
            .tile(GOOD);
    assertThat(rejectOf(file).code()).isEqualTo(RejectCode.BAD_HEADER);
  }

  @Test
  void hcompressThatClaimsOtherSizes() {
    byte[] tile = hcompress(16, 16);
    for (int size : new int[] {0, -1, 17, 65536, Integer.MAX_VALUE}) {
      byte[] other = tile.clone();
      ByteBuffer.wrap(other).putInt(2, size).putInt(6, size);
      Reject reject =
          rejectOf(
              new TiledBytes("HCOMPRESS_1", 32, 16, 16, false)
                  .cards(card("ZTILE2", 16))
                  .tile(other));
      assertThat(reject.reason()).contains("it says that it has");
    }
    byte[] deep = tile.clone();
    deep[22] = 100;
    assertThat(
            rejectOf(
                    new TiledBytes("HCOMPRESS_1", 32, 16, 16, false)
                        .cards(card("ZTILE2", 16))
                        .tile(deep))
                .reason())
        .contains("100 bits");
  }

  @Test
  void wrongDatasum() {
    Reject reject = rejectOf(twoRows().tile(GOOD).cards(card("DATASUM", "'1       '")));
    assertThat(reject.code()).isEqualTo(RejectCode.DATASUM_MISMATCH);
  }

  @Test
  void cutAnywhere() {
    byte[] file = twoRows().tile(GOOD).bytes();
    for (int length = 2 * 2880 + 1; length < 2 * 2880 + 32 + 2 * GOOD.length; length++) {
      for (long known : new long[] {length, -1}) {
        FitsBytes.Read read =
            read(Arrays.copyOf(file, length), known, FrameReaderOptions.defaults());
        assertThat(read.codes()).as("%d bytes", length).containsExactly(RejectCode.TRUNCATED);
      }
    }
  }

  /** Whatever is done to the bytes of the table, there is a frame or a reject, and the next HDU. */
  @Test
  void damageOfAnyKind() {
    Random random = new Random(7);
    int[] values = random.ints(256, 0, 5000).toArray();
    byte[] rice =
        TiledBytes.compress(
            new RiceCompressor.IntRiceCompressor(new RiceCompressOption()),
            IntBuffer.wrap(values),
            values.length);
    byte[] plain = TiledBytes.bigEndian(values, 4);
    byte[] plio = {0, 0, 0, 7, -1, -100, 0, 9, 0, 0, 0, 0, 0, 0, 0x20, 5, 0x41, 0};
    Object[][] kinds = {
      {"RICE_1", rice}, {"GZIP_1", gzip(plain)}, {"GZIP_2", gzip(plain)},
      {"HCOMPRESS_1", hcompress(16, 16)}, {"PLIO_1", plio}, {"NOCOMPRESS", plain}
    };
    for (Object[] kind : kinds) {
      byte[] file =
          new TiledBytes((String) kind[0], 32, 16, 16, true)
              .cards(card("ZTILE2", 16))
              .tile((byte[]) kind[1])
              .bytes();
      assertThat(read(file).frames()).as("%s", kind[0]).hasSize(2);
      for (int i = 0; i < 1000; i++) {
        byte[] damaged = file.clone();
        int dataBytes = 16 + ((byte[]) kind[1]).length;
        for (int k = random.nextInt(4); k >= 0; k--) {
          damaged[2 * 2880 + random.nextInt(dataBytes)] = (byte) random.nextInt();
        }
        FitsBytes.Read read = read(damaged);
        assertThat(read.items()).as("%s %d", kind[0], i).hasSize(2);
        assertThat(((Frame) read.items().get(1)).id().hdu()).isEqualTo(2);
      }
    }
  }

  private static byte[] hcompress(int width, int height) {
    int[] values = new Random(3).ints((long) width * height, 0, 3000).toArray();
    return TiledBytes.compress(
        new HCompressor.IntHCompressor(
            new HCompressorOption().setTileWidth(width).setTileHeight(height)),
        IntBuffer.wrap(values),
        values.length);
  }
}
