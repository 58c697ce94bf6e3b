package org.kiramr.jobs.simulate;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Independent random sequences, each for one purpose at one place of the sky. The place decides the
 * sequence, never the order of the work, so that every task finds the same sky.
 */
final class Randoms {
  /** What a sequence is for. */
  enum Purpose {
    SOURCES(1),
    NOISE(2),
    COSMIC_RAYS(3),
    BAD_COLUMNS(4);

    private final long code;

    Purpose(long code) {
      this.code = code;
    }
  }

  private Randoms() {}

  /** The sequence for a purpose at a place that a few numbers describe. */
  static UniformRandomProvider at(long seed, Purpose purpose, long... place) {
    long low = mix(seed ^ mix(purpose.code));
    for (long number : place) {
      low = mix(low ^ mix(number));
    }
    return RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {low, mix(low)});
  }

  /**
   * Spreads the bits of a number: the finaliser of SplitMix64 (Steele, Lea and Flood 2014), after
   * the addition of its increment so that 0 is not left 0.
   */
  private static long mix(long number) {
    long z = number + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
