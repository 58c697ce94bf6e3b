package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Random;
import nom.tam.fits.compression.algorithm.gzip.GZipCompressor;
import nom.tam.fits.compression.algorithm.gzip2.GZip2Compressor;
import nom.tam.fits.compression.algorithm.plio.PLIOCompress;
import nom.tam.fits.compression.algorithm.quant.QuantizeOption;
import nom.tam.fits.compression.algorithm.quant.QuantizeProcessor;
import nom.tam.fits.compression.algorithm.quant.RandomSequence;
import nom.tam.fits.compression.algorithm.rice.RiceCompressOption;
import nom.tam.fits.compression.algorithm.rice.RiceCompressor;
import org.junit.jupiter.api.Test;

/**
 * Why the package does not leave all of a tile to nom-tam-fits. A test that fails after an update
 * of the library says which work-around can go.
 */
class NomTamFitsDefectsTest {

  @Test
  void gzip1LosesBytesOfLongTiles() throws IOException {
    int[] values = new Random(1).ints(60_000, 0, 1 << 24).toArray();
    byte[] tile = FitsBytes.gzip(TiledBytes.bigEndian(values, Integer.BYTES));
    IntBuffer theirs = IntBuffer.allocate(values.length);
    new GZipCompressor.IntGZipCompressor().decompress(ByteBuffer.wrap(tile), theirs);
    assertThat(Arrays.equals(theirs.array(), values)).isFalse();

    byte[] ours = new byte[values.length * Integer.BYTES];
    assertThat(GzipTile.inflate(tile, tile.length, ours)).isEqualTo(ours.length);
    IntBuffer read = IntBuffer.allocate(values.length);
    read.put(ByteBuffer.wrap(ours).asIntBuffer());
    assertThat(Arrays.equals(read.array(), values)).isTrue();
  }

  @Test
  void gzip2TakesTilesThatAreTooShort() {
    IntBuffer values = IntBuffer.allocate(100);
    new GZip2Compressor.IntGZip2Compressor()
        .decompress(ByteBuffer.wrap(FitsBytes.gzip(new byte[] {1})), values);
    assertThat(values.get(0)).isEqualTo(1 << 24);
  }

  @Test
  void riceTakesGarbage() {
    byte[] garbage = new byte[1000];
    Arrays.fill(garbage, (byte) 0xFF);
    IntBuffer values = IntBuffer.allocate(100);
    new RiceCompressor.IntRiceCompressor(new RiceCompressOption())
        .decompress(ByteBuffer.wrap(garbage, 0, 400).slice(), values);
    assertThat(values.hasRemaining()).isFalse();
    assertThatThrownBy(() -> new RiceTile(32, 4).decode(garbage, 400, new int[100], 100))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("30 split bits");
  }

  @Test
  void plioIsCutToShorts() {
    ByteBuffer words = ByteBuffer.allocate(20);
    words.asShortBuffer().put(new short[] {0, 7, -100, 10, 0, 0, 0, 0x1005, 0x100, 0x4001});
    IntBuffer values = IntBuffer.allocate(1);
    new PLIOCompress.IntPLIOCompressor().decompress(words, values);
    assertThat(values.get(0)).isEqualTo(5);
  }

  @Test
  void pixelsWithoutDitherAreHalfAStepOff() {
    QuantizeOption option = new QuantizeOption(new RiceCompressOption());
    option.setBScale(2);
    option.setBZero(0);
    double[] pixels = new double[1];
    new QuantizeProcessor(option)
        .unquantize(IntBuffer.wrap(new int[] {3}), DoubleBuffer.wrap(pixels));
    assertThat(pixels[0]).isEqualTo(7);
  }

  @Test
  void randomNumbersAreNotThoseOfCfitsio() {
    assertThat(RandomSequence.get(0)).isNotEqualTo((float) RandomSequence.get(0));
    assertThat(new Dither(0, 1).next())
        .isEqualTo((float) RandomSequence.get((int) ((float) RandomSequence.get(0) * 500)));
  }
}
