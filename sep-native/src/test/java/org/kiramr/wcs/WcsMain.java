package org.kiramr.wcs;

/** Prints which libwcs there is, and the place of one pixel. */
final class WcsMain {
  private WcsMain() {}

  public static void main(String[] arguments) {
    SkyCoordinates sky = Headers.reference(Headers.tanAnd("EQUINOX = 2000.0"));
    System.out.println(
        WcsLibrary.path().orElse("none")
            + "; longitude "
            + sky.longitude()[0]
            + "; equinox "
            + sky.info().equinox()
            + "; "
            + sky.info().note());
  }
}
