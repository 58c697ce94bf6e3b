package org.kiramr.jobs.simulate;

/**
 * A star or galaxy of the simulated sky. Immutable and thread-safe.
 *
 * @param id unique in its strip, the same in every field that shows it
 * @param profile star or kind of galaxy
 * @param x px, counted from 0
 * @param row px along the strip
 * @param magnitudes by band, whole light
 * @param halfLightRadius px along the major axis; 0 for a star
 * @param axisRatio minor to major axis, 1 for a star
 * @param theta major axis, radians counter-clockwise from +x
 */
record Source(
    long id,
    Profile profile,
    double x,
    double row,
    Magnitudes magnitudes,
    double halfLightRadius,
    double axisRatio,
    double theta) {

  /** DN in the whole exposure. */
  double flux(SdssBand band) {
    return band.flux(magnitudes.in(band));
  }

  boolean isStar() {
    return profile == Profile.POINT;
  }
}
