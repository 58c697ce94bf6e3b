package org.kiramr.wcs;

import java.nio.charset.StandardCharsets;

/** Headers for tests. */
final class Headers {
  private static final String[] TAN = {
    "CTYPE1  = 'RA---TAN'",
    "CTYPE2  = 'DEC--TAN'",
    "CRPIX1  = 51",
    "CRPIX2  = 51",
    "CRVAL1  = 150.0",
    "CRVAL2  = 2.0",
    "CDELT1  = -0.001",
    "CDELT2  = 0.001"
  };

  private Headers() {}

  /** A header of these cards, padded, with an END card. */
  static byte[] of(String... cards) {
    StringBuilder text = new StringBuilder();
    for (String card : cards) {
      text.append(card).append(" ".repeat(80 - card.length()));
    }
    text.append("END").append(" ".repeat(77));
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A plain TAN at (150, 2), and these cards after it. */
  static byte[] tanAnd(String... more) {
    String[] cards = new String[TAN.length + more.length];
    System.arraycopy(TAN, 0, cards, 0, TAN.length);
    System.arraycopy(more, 0, cards, TAN.length, more.length);
    return of(cards);
  }

  /** The place of the pixel that {@link #tanAnd} has as its reference, (50, 50). */
  static SkyCoordinates reference(byte[] header) {
    return CelestialWcs.read(header).toSky(new double[] {50}, new double[] {50});
  }
}
