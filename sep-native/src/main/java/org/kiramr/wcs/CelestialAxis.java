package org.kiramr.wcs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the CTYPE of a celestial axis says.
 *
 * @param coordinate for instance {@code RA}, {@code GLAT} or {@code HPLN}
 * @param projection three letters, or empty for an axis that is linear in the coordinate
 * @param suffix what follows, for instance {@code -SIP}
 */
record CelestialAxis(String coordinate, String projection, String suffix) {
  private static final String TYPES = "RA|DEC|[A-Z]LON|[A-Z]LAT|[A-Z]{2}LN|[A-Z]{2}LT";
  private static final Pattern LONGITUDE = Pattern.compile("RA|[A-Z]LON|[A-Z]{2}LN");
  private static final Pattern LINEAR = Pattern.compile("(" + TYPES + ")");
  private static final Pattern PROJECTED =
      Pattern.compile("(?=.{4}-)(" + TYPES + ")-+([A-Z][A-Z0-9]{2})(-[A-Z]{3})?");

  /** The axis of that CTYPE; null if it is not celestial. */
  static CelestialAxis of(String ctype) {
    Matcher linear = LINEAR.matcher(ctype);
    if (linear.matches()) {
      return new CelestialAxis(linear.group(1), "", "");
    }
    Matcher projected = PROJECTED.matcher(ctype);
    if (projected.matches() && projected.start(2) == 5) {
      String suffix = projected.group(3);
      return new CelestialAxis(
          projected.group(1), projected.group(2), suffix == null ? "" : suffix);
    }
    return null;
  }

  boolean isLongitude() {
    return LONGITUDE.matcher(coordinate).matches();
  }

  CelestialAxis withProjection(String code) {
    return new CelestialAxis(coordinate, code, suffix);
  }

  String ctype() {
    return projection.isEmpty()
        ? coordinate
        : coordinate + "-".repeat(5 - coordinate.length()) + projection + suffix;
  }
}
