package org.kiramr.fits;

/**
 * Where the data of a tile lie, and what they are.
 *
 * @param source the column that has them
 * @param element type of the array, by the letter of TFORMn
 * @param start first byte, counted from the start of the heap
 * @param length in bytes
 */
record TileData(Source source, char element, long start, int length) {

  /** The columns that can have a tile's data. */
  enum Source {
    /** As ZCMPTYPE says. */
    COMPRESSED_DATA,
    /** Floating-point pixels that could not be quantised, in gzip. */
    GZIP_COMPRESSED_DATA,
    /** Pixels as they are. */
    UNCOMPRESSED_DATA
  }

  long end() {
    return start + length;
  }
}
