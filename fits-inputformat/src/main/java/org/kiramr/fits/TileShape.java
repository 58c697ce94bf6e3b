package org.kiramr.fits;

import nom.tam.fits.Header;

/**
 * How an image is cut into tiles, all lengths in pixels. Tiles are counted from 0, along the rows
 * of the image first; those at its right and upper edge are as small as what is left.
 *
 * @param width NAXIS1 of the image
 * @param height NAXIS2 of the image
 * @param tileWidth largest width of a tile, at most that of the image
 * @param tileHeight largest height of a tile, at most that of the image
 */
record TileShape(int width, int height, int tileWidth, int tileHeight) {

  /** One tile: its first pixel in the image, and its size. */
  record Tile(int index, int x, int y, int width, int height) {
    int pixels() {
      return width * height;
    }
  }

  /**
   * Reads ZTILEn, which are whole rows by default.
   *
   * @param image the image, of two axes, whose pixels are known to fit into an array
   */
  static TileShape of(Header header, HduLayout image) throws Rejection {
    long width = image.axis(1);
    long height = image.axis(2);
    return new TileShape(
        (int) width,
        (int) height,
        (int) Math.min(width, positive("ZTILE1", Cards.integer(header, "ZTILE1", width))),
        (int) Math.min(height, positive("ZTILE2", Cards.integer(header, "ZTILE2", 1))));
  }

  private static long positive(String keyword, long value) throws Rejection {
    if (value < 1) {
      throw new Rejection(RejectCode.BAD_HEADER, keyword + " = " + value + " is not positive");
    }
    return value;
  }

  /** Number of tiles. */
  int count() {
    return across() * ((height - 1) / tileHeight + 1);
  }

  private int across() {
    return (width - 1) / tileWidth + 1;
  }

  /** Pixels of the largest tile. */
  int tilePixels() {
    return tileWidth * tileHeight;
  }

  Tile tile(int index) {
    int x = index % across() * tileWidth;
    int y = index / across() * tileHeight;
    return new Tile(index, x, y, Math.min(tileWidth, width - x), Math.min(tileHeight, height - y));
  }
}
