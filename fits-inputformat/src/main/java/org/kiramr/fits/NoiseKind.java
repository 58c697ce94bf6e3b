package org.kiramr.fits;

/** What the values of a noise map are, in image units. */
public enum NoiseKind {
  /** Standard deviations. */
  STDDEV,
  /** Variances. */
  VARIANCE,
  /** Weights: inverse variances; 0 for a pixel that means nothing. */
  WEIGHT
}
