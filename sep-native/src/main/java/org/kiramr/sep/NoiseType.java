package org.kiramr.sep;

/**
 * What the noise of an image is given as. The codes are SEP_NOISE_STDDEV and SEP_NOISE_VAR of
 * sep.h.
 */
public enum NoiseType {
  /** Standard deviation, in image units. */
  STDDEV(1),
  /** Variance, in image units squared. */
  VARIANCE(2);

  private final int code;

  NoiseType(int code) {
    this.code = code;
  }

  short code() {
    return (short) code;
  }
}
