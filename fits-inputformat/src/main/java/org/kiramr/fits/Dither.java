package org.kiramr.fits;

import nom.tam.fits.compression.algorithm.quant.RandomSequence;

/**
 * The random numbers that were added to the pixels of one tile before they were rounded: FITS
 * Standard 4.0, section 10.2 and appendix I. Not thread-safe.
 *
 * <p>nom-tam-fits computes with its sequence in double, CFITSIO, which writes these files, in
 * single precision: the same numbers are narrowed here, or a pixel in a thousand would differ in
 * its last bit.
 */
final class Dither {
  private static final int START_FACTOR = 500;
  private static final float[] RANDOM = new float[RandomSequence.length()];

  static {
    for (int i = 0; i < RANDOM.length; i++) {
      RANDOM[i] = (float) RandomSequence.get(i);
    }
  }

  private int seed;
  private int next;

  /**
   * The numbers of a tile.
   *
   * @param tile its number, counted from 0
   * @param zdither0 ZDITHER0 of the header
   */
  Dither(int tile, long zdither0) {
    seed = (int) Math.floorMod(tile + zdither0 - 1, (long) RANDOM.length);
    start();
  }

  private void start() {
    next = (int) (RANDOM[seed] * START_FACTOR);
  }

  /** The number of the next pixel, from 0 to 1. */
  float next() {
    float value = RANDOM[next++];
    if (next == RANDOM.length) {
      seed = (seed + 1) % RANDOM.length;
      start();
    }
    return value;
  }
}
