package org.kiramr.fits;

import nom.tam.fits.Header;

/**
 * How a plane of an image is cut into tiles, all lengths in pixels. Tiles are counted from 0, along
 * the rows of the image first; those at its right and upper edge are as small as what is left.
 *
 * @param width pixels in a row of the image
 * @param height rows of a plane
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
   * @param axes of the image, of which the pixels of one plane are known to fit into an array
   * @throws Rejection if a tile has pixels of several planes, which nobody seems to write
   */
  static TileShape of(Header header, ImageAxes axes) throws Rejection {
    for (int n = 3; n <= axes.count(); n++) {
      if (axes.length(n) > 1 && Cards.integer(header, "ZTILE" + n, 1) != 1) {
        throw new Rejection(
            RejectCode.UNSUPPORTED_DIMENSIONS,
            "the tiles of this cube (" + axes + ") hold several planes: unpack the file first");
      }
    }
    return new TileShape(
        (int) axes.width(),
        (int) axes.height(),
        side("ZTILE1", Cards.integer(header, "ZTILE1", axes.width()), axes.width()),
        side("ZTILE2", Cards.integer(header, "ZTILE2", 1), axes.height()));
  }

  private static int side(String keyword, long value, long axis) throws Rejection {
    if (value < 1) {
      throw new Rejection(RejectCode.BAD_HEADER, keyword + " = " + value + " is not positive");
    }
    return (int) Math.min(value, axis);
  }

  /** Number of tiles of a plane. */
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
