package org.kiramr.bench.jmh;

/** How a file stores the pixels. */
public enum Storage {
  /** BITPIX 16 with BZERO 32768, as SDSS's frames. */
  INT16,
  /** BITPIX -32. */
  FLOAT32,
  /** BITPIX 16, tile-compressed row by row with RICE_1, as fpack does. */
  RICE_1
}
