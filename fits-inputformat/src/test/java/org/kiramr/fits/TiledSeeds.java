package org.kiramr.fits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.ImageData;
import nom.tam.fits.ImageHDU;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.util.FitsOutputStream;

/** Tiny tile-compressed images for the fuzzer, one of each algorithm; nom-tam-fits writes them. */
final class TiledSeeds {
  private static final int SIDE = 12;
  private static final int TILE = 5;

  private TiledSeeds() {}

  static Map<String, byte[]> made() {
    Map<String, byte[]> seeds = new TreeMap<>();
    for (String algorithm :
        new String[] {"RICE_1", "GZIP_1", "GZIP_2", "HCOMPRESS_1", "PLIO_1", "NOCOMPRESS"}) {
      seeds.put("tiled_" + algorithm + "_16", tiled(shorts(), algorithm, null));
      if (!algorithm.equals("PLIO_1")) {
        seeds.put("tiled_" + algorithm + "_32", tiled(ints(), algorithm, null));
      }
    }
    for (String quantiser :
        new String[] {"NO_DITHER", "SUBTRACTIVE_DITHER_1", "SUBTRACTIVE_DITHER_2"}) {
      seeds.put("tiled_RICE_1_" + quantiser, tiled(floats(), "RICE_1", quantiser));
      seeds.put("tiled_GZIP_2_" + quantiser, tiled(floats(), "GZIP_2", quantiser));
    }
    return seeds;
  }

  private static byte[] tiled(Object pixels, String algorithm, String quantiser) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Fits fits = new Fits();
        FitsOutputStream out = new FitsOutputStream(file)) {
      ImageHDU image = ImageData.from(pixels).toHDU();
      // HCOMPRESS needs four pixels each way, also in the last tiles.
      int tile = algorithm.startsWith("H") ? SIDE / 2 : TILE;
      CompressedImageHDU tiled = CompressedImageHDU.fromImageHDU(image, tile, tile);
      tiled.setCompressAlgorithm(algorithm);
      if (quantiser != null) {
        tiled.setQuantAlgorithm(quantiser);
      }
      tiled.compress();
      fits.addHDU(tiled);
      fits.write(out);
    } catch (FitsException e) {
      throw new IllegalStateException(algorithm + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static short[][] shorts() {
    short[][] pixels = new short[SIDE][SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      pixels[i / SIDE][i % SIDE] = (short) (i * i % 97);
    }
    return pixels;
  }

  private static int[][] ints() {
    int[][] pixels = new int[SIDE][SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      pixels[i / SIDE][i % SIDE] = i * i * i % 1009;
    }
    return pixels;
  }

  private static float[][] floats() {
    float[][] pixels = new float[SIDE][SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      pixels[i / SIDE][i % SIDE] = i % 31 == 0 ? 0 : 100 + (float) Math.sin(i) * 7;
    }
    pixels[SIDE - 1][0] = Float.NaN;
    return pixels;
  }
}
