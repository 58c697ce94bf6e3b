package org.kiramr.wcs;

/**
 * Positions in a frame's own celestial system, one for each pixel asked for. The arrays are handed
 * over without a copy.
 */
public final class SkyCoordinates {
  private final double[] longitude;
  private final double[] latitude;
  private final WcsInfo info;

  SkyCoordinates(double[] longitude, double[] latitude, WcsInfo info) {
    this.longitude = longitude;
    this.latitude = latitude;
    this.info = info;
  }

  /** Degrees; NaN where there is none. */
  public double[] longitude() {
    return longitude;
  }

  /** Degrees; NaN where there is none. */
  public double[] latitude() {
    return latitude;
  }

  /** What the header says; the note tells why something is missing, if something is. */
  public WcsInfo info() {
    return info;
  }
}
