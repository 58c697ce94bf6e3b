package org.kiramr.fits;

/** How far an input came before it was rejected. */
public enum RejectStage {
  /** Getting bytes from the file system and telling what kind of file they are. */
  READ,
  /** From bytes to HDUs and pixels: decompression, headers, scaling, masks, checks. */
  DECODE,
  /** Estimating and subtracting the background. */
  BACKGROUND,
  /** Finding sources. */
  EXTRACT,
  /** Measuring the sources found. */
  PHOTOMETRY
}
