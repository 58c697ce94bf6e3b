package org.kiramr.wcs;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.kiramr.natives.jna.LibraryLoadException;
import org.kiramr.wcs.jna.NativeWcs;
import org.kiramr.wcs.jna.PixelTransform;
import org.kiramr.wcs.jna.WcsException;

/**
 * The primary celestial WCS of an image's first two axes, as its header describes it: any
 * projection that WCSLIB knows, with SIP, TPV, TNX, ZPX and the plate solutions of the Digitised
 * Sky Survey; PC, CD or CDELT and CROTA; longitude on either axis. Further axes, alternate versions
 * and distortions by records or tables are not looked at.
 *
 * <p>Never fails for what a header holds: what cannot be used is a note. Immutable and thread-safe;
 * holds no native memory.
 */
public final class CelestialWcs {
  private final WcsInfo info;
  private final byte[] cards;
  private final boolean swapped;

  private CelestialWcs(WcsInfo info, byte[] cards, boolean swapped) {
    this.info = info;
    this.cards = cards;
    this.swapped = swapped;
  }

  /**
   * Reads a header. Does not need libwcs.
   *
   * @param header the bytes of the HDU's own header; what follows the END card does not matter
   */
  public static CelestialWcs read(byte[] header) {
    WcsCards all = WcsCards.of(header);
    String radesys = radesys(all);
    Double equinox = equinox(all);
    try {
      WcsBuilder builder = new WcsBuilder(all);
      WcsInfo info =
          new WcsInfo(builder.system(), builder.projection(), radesys, equinox, builder.note());
      return new CelestialWcs(info, builder.build(), builder.swapped());
    } catch (BrokenWcsException e) {
      return new CelestialWcs(new WcsInfo("", "", radesys, equinox, e.getMessage()), null, false);
    }
  }

  /** What the header says; the note says why there can be no coordinates, if that is so. */
  public WcsInfo info() {
    return info;
  }

  /**
   * Coordinates of pixels, in one call of WCSLIB. If libwcs cannot be loaded or refuses the WCS,
   * all are NaN and the note says why; where the projection has no sky they are NaN, and the note
   * counts them.
   *
   * @param x positions along the first axis, pixels, counted from 0
   * @param y positions along the second axis, as many
   */
  public SkyCoordinates toSky(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " x and " + y.length + " y");
    }
    double[] longitude = new double[x.length];
    double[] latitude = new double[x.length];
    String failure = cards == null ? info.note() : transform(x, y, longitude, latitude);
    if (failure != null) {
      Arrays.fill(longitude, Double.NaN);
      Arrays.fill(latitude, Double.NaN);
      return new SkyCoordinates(longitude, latitude, info.withNote(failure));
    }
    long missing = Arrays.stream(longitude).filter(Double::isNaN).count();
    String note =
        missing == 0
            ? info.note()
            : info.note()
                + (info.note().isEmpty() ? "" : "; ")
                + "%d of %d positions have no place on the sky".formatted(missing, x.length);
    return new SkyCoordinates(longitude, latitude, info.withNote(note));
  }

  /** Fills the arrays, or tells why not. */
  private String transform(double[] x, double[] y, double[] longitude, double[] latitude) {
    try {
      NativeWcs.library();
      PixelTransform.apply(cards, swapped, x, y, longitude, latitude);
      return null;
    } catch (LibraryLoadException e) {
      return "libwcs cannot be used: " + e.getMessage();
    } catch (WcsException e) {
      return e.getMessage();
    }
  }

  private static String radesys(WcsCards all) {
    for (String keyword : new String[] {"RADESYS", "RADECSYS"}) {
      String text = WcsText.printable(all.lenientText(keyword));
      if (!text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  private static Double equinox(WcsCards all) {
    for (String keyword : new String[] {"EQUINOX", "EPOCH"}) {
      OptionalDouble value = all.lenientNumber(keyword);
      if (value.isPresent()) {
        return value.getAsDouble();
      }
    }
    return null;
  }
}
