package org.kiramr.wcs;

/**
 * What a header says of its celestial WCS, unchanged.
 *
 * @param system the coordinates as CTYPE names them, longitude first, for instance {@code RA/DEC};
 *     empty if there is no celestial WCS
 * @param projection for instance {@code TAN} or {@code TAN-SIP}; empty if there is none
 * @param radesys RADESYS, or the older RADECSYS; null if there is none
 * @param equinox EQUINOX, or the older EPOCH, years; null if there is none
 * @param note why there are no coordinates, or how the cards were understood; empty if there is
 *     nothing to say
 */
public record WcsInfo(
    String system, String projection, String radesys, Double equinox, String note) {

  WcsInfo withNote(String text) {
    return new WcsInfo(system, projection, radesys, equinox, text);
  }
}
