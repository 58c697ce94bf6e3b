package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kiramr.fits.FitsBytes.card;
import static org.kiramr.fits.FitsBytes.gzip;
import static org.kiramr.fits.FitsBytes.read;
import static org.kiramr.fits.TiledBytes.bigEndian;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nom.tam.fits.compression.algorithm.hcompress.HCompressor;
import nom.tam.fits.compression.algorithm.hcompress.HCompressorOption;
import nom.tam.fits.compression.algorithm.plio.PLIOCompress;
import nom.tam.fits.compression.algorithm.rice.RiceCompressOption;
import nom.tam.fits.compression.algorithm.rice.RiceCompressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tile-compressed images of each kind; real ones are in {@link SharedDataIT}. */
class TiledImageTest {
  private static final int WIDTH = 37;
  private static final int HEIGHT = 23;

  /**
   * Values that jump, and fit into signed bytes: nom-tam-fits cannot compress others of 8 bits with
   * Rice.
   */
  private static int[] values(int bitpix) {
    return IntStream.range(0, WIDTH * HEIGHT)
        .map(i -> i % 41 == 0 ? 100 + i % 27 : i / 40 + i % 3)
        .map(v -> bitpix == 32 ? v * 1_000_003 - 50_000_000 : v)
        .toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "RICE_1, 8, 1, 37, 1, 32",
    "RICE_1, 16, 2, 10, 10, 16",
    "RICE_1, 16, 4, 37, 23, 32",
    "RICE_1, 32, 4, 100, 100, 32",
    "GZIP_1, 8, 1, 10, 7, 0",
    "GZIP_1, 16, 2, 37, 1, 0",
    "GZIP_1, 32, 4, 36, 22, 0",
    "GZIP_1, 64, 8, 37, 5, 0",
    "GZIP_2, 16, 2, 37, 23, 0",
    "GZIP_2, 32, 4, 11, 23, 0",
    "GZIP_2, 64, 8, 1, 1, 0",
    "HCOMPRESS_1, 16, 4, 37, 16, 0",
    "HCOMPRESS_1, 32, 4, 19, 12, 0",
    "PLIO_1, 16, 2, 37, 1, 0",
    "PLIO_1, 8, 2, 10, 10, 0",
    "NOCOMPRESS, 16, 2, 20, 20, 0",
  })
  void integers(
      String compression, int bitpix, int valueBytes, int tileWidth, int tileHeight, int block) {
    for (boolean wide : new boolean[] {false, true}) {
      TiledBytes file =
          new TiledBytes(compression, bitpix, WIDTH, HEIGHT, wide)
              .cards(
                  card("ZTILE1", tileWidth),
                  card("ZTILE2", tileHeight),
                  card("ZNAME1", "'BLOCKSIZE'"),
                  card("ZVAL1", Math.max(1, block)),
                  card("ZNAME2", "'BYTEPIX '"),
                  card("ZVAL2", block == 0 ? 4 : valueBytes),
                  card("BSCALE", 2),
                  card("BZERO", 5),
                  card("BLANK", values(bitpix)[3]));
      for (int y = 0; y < HEIGHT; y += tileHeight) {
        for (int x = 0; x < WIDTH; x += tileWidth) {
          int w = Math.min(tileWidth, WIDTH - x);
          int h = Math.min(tileHeight, HEIGHT - y);
          file.tile(
              compress(compression, cut(values(bitpix), x, y, w, h), w, h, valueBytes, block));
        }
      }
      FitsBytes.Read read = read(file.bytes());
      assertThat(read.rejects()).isEmpty();
      assertThat(read.frames()).extracting(f -> f.id().hdu()).containsExactly(1, 2);
      Frame frame = read.frames().get(0);
      assertThat(frame.bitpix()).isEqualTo(bitpix);
      int[] values = values(bitpix);
      for (int i = 0; i < values.length; i++) {
        double pixel = frame.isDouble() ? frame.doublePixels().get(i) : frame.floatPixels().get(i);
        double expected = values[i] == values[3] ? Double.NaN : 2.0 * values[i] + 5;
        expected = frame.isDouble() ? expected : (float) expected;
        assertThat(pixel).as("pixel %d", i).isEqualTo(Double.valueOf(expected));
      }
    }
  }

  private static int[] cut(int[] values, int x, int y, int w, int h) {
    return IntStream.range(0, w * h).map(i -> values[(y + i / w) * WIDTH + x + i % w]).toArray();
  }

  private static byte[] compress(
      String compression, int[] values, int w, int h, int valueBytes, int block) {
    int n = values.length;
    byte[] plain = bigEndian(values, valueBytes);
    return switch (compression) {
      case "GZIP_1" -> gzip(plain);
      case "GZIP_2" -> gzip(TiledBytes.shuffle(plain, valueBytes));
      case "NOCOMPRESS" -> plain;
      case "PLIO_1" ->
          plio(new PLIOCompress.ShortPLIOCompressor(), ByteBuffer.wrap(plain).asShortBuffer(), n);
      case "HCOMPRESS_1" ->
          TiledBytes.compress(
              new HCompressor.IntHCompressor(
                  new HCompressorOption().setTileWidth(w).setTileHeight(h)),
              IntBuffer.wrap(values),
              n);
      default -> rice(values, plain, valueBytes, block);
    };
  }

  private static byte[] plio(
      PLIOCompress.ShortPLIOCompressor compressor, ShortBuffer values, int n) {
    ByteBuffer out = ByteBuffer.allocate(n * 8 + 100);
    compressor.compress(values, out);
    ShortBuffer words = out.asShortBuffer();
    int length = (words.get(4) << 15) + words.get(3);
    return Arrays.copyOf(out.array(), 2 * length);
  }

  private static byte[] rice(int[] values, byte[] plain, int bytePix, int block) {
    RiceCompressOption option = new RiceCompressOption().setBytePix(bytePix).setBlockSize(block);
    int n = values.length;
    return switch (bytePix) {
      case 1 ->
          TiledBytes.compress(
              new RiceCompressor.ByteRiceCompressor(option), ByteBuffer.wrap(plain), n);
      case 2 ->
          TiledBytes.compress(
              new RiceCompressor.ShortRiceCompressor(option),
              ByteBuffer.wrap(plain).asShortBuffer(),
              n);
      default ->
          TiledBytes.compress(
              new RiceCompressor.IntRiceCompressor(option), IntBuffer.wrap(values), n);
    };
  }

  @Test
  void quantisedWithoutDither() {
    TiledBytes file =
        new TiledBytes("GZIP_1", -32, 3, 3, false)
            .column("ZSCALE", "1D")
            .column("ZZERO", "1E")
            .column("ZBLANK", "1J")
            .cards(card("ZQUANTIZ", "'NO_DITHER'"));
    byte[] gzipped = gzip(bigEndian(new int[] {-1, 0, 7}, 4));
    file.tile(gzipped, doubles(0.5), floats(10), ints(99));
    file.tile(gzipped, doubles(0.1), floats(0), ints(7));
    file.tile(gzipped, doubles(2), floats(-1), ints(-1));
    Frame frame = read(file.bytes()).frames().get(0);
    assertThat(FrameArrays.floats(frame))
        .containsExactly(9.5f, 10, 13.5f, -0.1f, 0, Float.NaN, Float.NaN, -1, 13);
    assertThat(FrameArrays.mask(frame)).containsExactly(0, 0, 0, 0, 0, 1, 1, 0, 0);
  }

  @Test
  void quantisedWithKeywordsAndScaledOnTop() {
    TiledBytes file =
        new TiledBytes("RICE_1", -64, 4, 1, true)
            .cards(
                card("ZSCALE", 0.25),
                card("ZZERO", 1),
                card("ZBLANK", -5),
                card("BSCALE", 3),
                card("BZERO", 100));
    int[] values = {4, -5, 0, 8};
    file.tile(rice(values, new byte[0], 4, 32));
    assertThat(FrameArrays.doubles(read(file.bytes()).frames().get(0)))
        .containsExactly(106, Double.NaN, 103, 109);
  }

  /** Expected values by CFITSIO's formula with the first of the standard's random numbers. */
  @Test
  void ditherStartsAnewWithEachTile() {
    TiledBytes file =
        new TiledBytes("GZIP_2", -64, 2, 2, false)
            .cards(
                card("ZSCALE", 2),
                card("ZZERO", 0),
                card("ZQUANTIZ", "'SUBTRACTIVE_DITHER_2'"),
                card("ZDITHER0", 10_000));
    byte[] tile = gzip(TiledBytes.shuffle(bigEndian(new int[] {3, TilePixels.ZERO}, 4), 4));
    file.tile(tile).tile(tile);
    double[] pixels = FrameArrays.doubles(read(file.bytes()).frames().get(0));
    float[] random = random();
    int last = (int) (random[9_999] * 500);
    int first = (int) (random[0] * 500);
    assertThat(pixels)
        .containsExactly((3.0 - random[last] + 0.5) * 2, 0, (3.0 - random[first] + 0.5) * 2, 0);
  }

  private static float[] random() {
    double seed = 1;
    float[] random = new float[10_000];
    for (int i = 0; i < random.length; i++) {
      seed = seed * 16807 % 2147483647;
      random[i] = (float) (seed / 2147483647);
    }
    assertThat(seed).as("the check value of the standard").isEqualTo(1043618065);
    return random;
  }

  @Test
  void tilesThatCouldNotBeQuantised() {
    TiledBytes file =
        new TiledBytes("RICE_1", -32, 2, 3, false)
            .column("GZIP_COMPRESSED_DATA", "1PB")
            .column("UNCOMPRESSED_DATA", "1PE")
            .column("ZSCALE", "D")
            .column("ZZERO", "D");
    byte[] none = file.pointer(0, 0);
    file.row(0, 0, file.inHeap(gzip(floats(1.5f, Float.NaN)), 1), none, doubles(9), doubles(9));
    file.row(0, 0, none, file.inHeap(floats(-0.0f, 3), 4), doubles(9), doubles(9));
    file.tile(rice(new int[] {1, 2}, new byte[0], 4, 32), none, none, doubles(9), doubles(9));
    assertThat(FrameArrays.floats(read(file.bytes()).frames().get(0)))
        .containsExactly(1.5f, Float.NaN, -0.0f, 3, 18, 27);
  }

  @Test
  void losslessFloats() {
    for (String compression : new String[] {"GZIP_1", "GZIP_2", "NOCOMPRESS"}) {
      byte[] plain = floats(1e-30f, Float.POSITIVE_INFINITY);
      byte[] tile =
          switch (compression) {
            case "GZIP_1" -> gzip(plain);
            case "GZIP_2" -> gzip(TiledBytes.shuffle(plain, 4));
            default -> plain;
          };
      TiledBytes file =
          new TiledBytes(compression, -32, 2, 1, false).cards(card("ZQUANTIZ", "'NONE'"));
      Frame frame = read(file.tile(tile).bytes()).frames().get(0);
      assertThat(FrameArrays.floats(frame)).containsExactly(1e-30f, Float.NaN);
    }
  }

  /** As CFITSIO writes and reads it; the values are in the file as they are in the image. */
  @Test
  void unsignedShortsInPlioAreNotShiftedTwice() {
    TiledBytes file =
        new TiledBytes("PLIO_1", 16, 3, 1, false).cards(card("BZERO", 32768), card("BSCALE", 1));
    file.tile(compress("PLIO_1", new int[] {1199, 1193, 0}, 3, 1, 2, 0));
    assertThat(FrameArrays.floats(read(file.bytes()).frames().get(0)))
        .containsExactly(1199, 1193, 0);
  }

  /** A line list by hand: set the value to 2^20 + 5, write it twice, then one zero. */
  @Test
  void plioBeyondShorts() {
    short[] words = {0, 7, -100, 11, 0, 0, 0, 0x1005, 0x100, 0x4002, 0x0001};
    ByteBuffer bytes = ByteBuffer.allocate(2 * words.length);
    bytes.asShortBuffer().put(words);
    TiledBytes file = new TiledBytes("PLIO_1", 32, 3, 1, false).tile(bytes.array());
    assertThat(FrameArrays.floats(read(file.bytes()).frames().get(0)))
        .containsExactly((1 << 20) + 5, (1 << 20) + 5, 0);
  }

  @Test
  void tilesInAnyOrderAndShared() {
    byte[] a = gzip(bigEndian(new int[] {1, 2}, 2));
    byte[] b = gzip(bigEndian(new int[] {3, 4}, 2));
    TiledBytes file = new TiledBytes("GZIP_1", 16, 2, 4, false);
    file.inHeap(new byte[13], 1);
    byte[] atA = file.inHeap(a, 1);
    byte[] atB = file.inHeap(b, 1);
    for (byte[] at : new byte[][] {atB, atA, atB, atA}) {
      file.row(ByteBuffer.wrap(at).getInt(), ByteBuffer.wrap(at).getInt(4));
    }
    List<Frame> frames = read(file.bytes()).frames();
    assertThat(frames).hasSize(2);
    assertThat(FrameArrays.floats(frames.get(0))).containsExactly(3, 4, 1, 2, 3, 4, 1, 2);
  }

  @Test
  void planesOfCubes() {
    TiledBytes file =
        new TiledBytes("GZIP_1", 16, 2, 2, false)
            .cards(card("ZNAXIS3", 3), card("ZTILE3", 1))
            .axes(3);
    for (int i = 0; i < 6; i++) {
      file.tile(gzip(bigEndian(new int[] {2 * i, 2 * i + 1}, 2)));
    }
    byte[] bytes = file.bytes();
    FrameReaderOptions options = FrameReaderOptions.defaults().withPlanes(PlaneSelection.of("1,3"));
    FitsBytes.Read read = read(bytes, bytes.length, options);
    assertThat(read.rejects()).isEmpty();
    List<Frame> frames = read.frames();
    assertThat(frames).extracting(f -> f.id().hdu()).containsExactly(1, 1, 2);
    assertThat(FrameArrays.floats(frames.get(0))).containsExactly(0, 1, 2, 3);
    assertThat(FrameArrays.floats(frames.get(1))).containsExactly(8, 9, 10, 11);
  }

  @Test
  void headerIsThatOfTheImage() {
    TiledBytes file =
        new TiledBytes("GZIP_1", 16, 2, 1, false)
            .cards(
                card("ZTILE1", 2),
                card("ZPCOUNT", 0),
                card("ZGCOUNT", 1),
                card("EXTNAME", "'COMPRESSED_IMAGE'"),
                card("FILTER", "'r       '"),
                card("ZDATASUM", "'12      '"),
                card("ZEROCOR", "'kept    '"),
                card("ZBLANK", -1),
                "COMMENT a comment'");
    Frame frame = read(file.tile(gzip(new byte[] {0, 1, 0, 2})).bytes()).frames().get(0);
    String text = new String(frame.headerBlocks(), StandardCharsets.US_ASCII);
    assertThat(text.replaceAll("(.{80})", "$1\n").lines().map(String::stripTrailing))
        .filteredOn(line -> !line.isEmpty())
        .containsExactly(
            "XTENSION= 'IMAGE   '",
            card("BITPIX", 16),
            card("NAXIS", 2),
            card("NAXIS1", 2),
            card("NAXIS2", 1),
            card("PCOUNT", 0),
            card("GCOUNT", 1),
            card("FILTER", "'r       '"),
            card("DATASUM", "'12      '"),
            card("ZEROCOR", "'kept    '"),
            "COMMENT a comment'",
            card("BLANK", -1),
            "END");
    assertThat(frame.header().getIntValue("NAXIS1")).isEqualTo(2);
    assertThat(frame.header().getStringValue("ZCMPTYPE")).isNull();
    assertThat(frame.id().band()).isEqualTo("r");
  }

  private static byte[] doubles(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
    bytes.asDoubleBuffer().put(values);
    return bytes.array();
  }

  private static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static byte[] ints(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }
}
