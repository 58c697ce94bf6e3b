package org.kiramr.jobs.inspect;

import java.util.List;
import org.kiramr.wcs.CelestialWcs;
import org.kiramr.wcs.SkyCoordinates;
import org.kiramr.wcs.WcsInfo;

/**
 * The WCS of an image.
 *
 * @param info what the header says, with a note if there are no coordinates
 * @param ra longitude of the image's centre in its own system, degrees; null if there is none
 * @param dec latitude of the image's centre, degrees; null if there is none
 */
record SkyReport(WcsInfo info, Double ra, Double dec) {
  /**
   * Reads a header.
   *
   * @param axes lengths of the image's axes, two at least
   */
  static SkyReport of(byte[] header, List<Long> axes) {
    double[] x = {(axes.get(0) - 1) / 2.0};
    double[] y = {(axes.get(1) - 1) / 2.0};
    SkyCoordinates centre = CelestialWcs.read(header).toSky(x, y);
    return new SkyReport(
        centre.info(), orNull(centre.longitude()[0]), orNull(centre.latitude()[0]));
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
