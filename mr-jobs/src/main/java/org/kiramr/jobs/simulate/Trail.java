package org.kiramr.jobs.simulate;

/**
 * The charge that a pixel cannot hold runs along its column: the pixels near a star that are full.
 *
 * @param x middle column, px
 * @param row of the star, px along the strip
 * @param length of the trail to each side, rows
 */
record Trail(long x, long row, long length) {
  /** The trail is this many columns to each side of its middle. */
  private static final int SIDE = 1;

  private static final long MAX_LENGTH = 384;

  /** The trail of a source; null if no pixel is full. */
  static Trail of(Source source, SdssBand band, Psf psf) {
    double flux = source.flux(band);
    double room = FrameRenderer.MAX_VALUE - FrameRenderer.SOFT_BIAS - band.sky();
    if (flux < room) {
      return null;
    }
    double peak = flux * LightModel.of(source, psf).peak();
    if (peak <= room) {
      return null;
    }
    // the core's part above the limit, by integration over the core's Gaussian
    double above = peak - room - room * StrictMath.log(peak / room);
    double excess = 2 * Math.PI * psf.coreVariance() * above;
    long length = Math.round(0.5 * excess / (room * (2 * SIDE + 1)));
    return new Trail(
        Math.round(source.x()), Math.round(source.row()), Math.min(length, MAX_LENGTH));
  }

  /** Fills the pixels: far over the limit, so that noise leaves none below it. */
  void paint(StripImage image) {
    for (long y = row - length; y <= row + length; y++) {
      for (long column = x - SIDE; column <= x + SIDE; column++) {
        image.lift(column, y, 2 * FrameRenderer.MAX_VALUE);
      }
    }
  }

  /** Whether a place is within that many pixels of it. */
  boolean isNear(double atX, double atRow, double distance) {
    return Math.abs(atX - x) <= SIDE + distance && Math.abs(atRow - row) <= length + distance;
  }
}
