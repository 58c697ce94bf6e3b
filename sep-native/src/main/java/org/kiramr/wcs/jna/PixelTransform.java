package org.kiramr.wcs.jna;

import com.sun.jna.Memory;

/** From pixels to the sky, all pixels of a frame in one call of wcsp2s. Thread-safe. */
public final class PixelTransform {
  private static final int AXES = 2;

  private PixelTransform() {}

  /**
   * Coordinates of pixels. {@link NativeWcs#library()} must have succeeded.
   *
   * @param cards whole cards of 80 bytes of a WCS of two celestial axes, checked: WCSLIB trusts
   *     them
   * @param swapped whether the first axis is the latitude
   * @param x positions along the first axis, pixels, counted from 0
   * @param y positions along the second axis
   * @param longitude is filled with longitudes, degrees; NaN where the projection has no sky
   * @param latitude is filled with latitudes
   * @throws WcsException if the cards make no WCS
   */
  public static void apply(
      byte[] cards, boolean swapped, double[] x, double[] y, double[] longitude, double[] latitude)
      throws WcsException {
    try (WcsParameters wcs = new WcsParameters(cards)) {
      if (x.length == 0) {
        return;
      }
      double[] world = pixels(x, y);
      boolean[] valid = transform(wcs, world);
      for (int i = 0; i < x.length; i++) {
        longitude[i] = valid[i] ? world[AXES * i + (swapped ? 1 : 0)] : Double.NaN;
        latitude[i] = valid[i] ? world[AXES * i + (swapped ? 0 : 1)] : Double.NaN;
      }
    }
  }

  /** FITS counts pixels from 1. */
  private static double[] pixels(double[] x, double[] y) {
    double[] pixels = new double[AXES * x.length];
    for (int i = 0; i < x.length; i++) {
      pixels[AXES * i] = x[i] + 1;
      pixels[AXES * i + 1] = y[i] + 1;
    }
    return pixels;
  }

  /** Replaces pixels by world coordinates; tells which of them are good. */
  private static boolean[] transform(WcsParameters wcs, double[] coordinates) throws WcsException {
    int count = coordinates.length / AXES;
    long one = (long) count * Double.BYTES;
    try (Memory pixcrd = new Memory(AXES * one);
        Memory imgcrd = new Memory(AXES * one);
        Memory world = new Memory(AXES * one);
        Memory phi = new Memory(one);
        Memory theta = new Memory(one);
        Memory stat = new Memory((long) count * Integer.BYTES)) {
      pixcrd.write(0, coordinates, 0, coordinates.length);
      int status =
          WcsFunctions.wcsp2s(wcs.wcs(), count, AXES, pixcrd, imgcrd, phi, theta, world, stat);
      if (status != WcsFunctions.BAD_PIX) {
        WcsParameters.check("wcsp2s", status);
      }
      world.read(0, coordinates, 0, coordinates.length);
      boolean[] valid = new boolean[count];
      for (int i = 0; i < count; i++) {
        valid[i] =
            stat.getInt((long) i * Integer.BYTES) == 0
                && Double.isFinite(coordinates[AXES * i])
                && Double.isFinite(coordinates[AXES * i + 1]);
      }
      return valid;
    }
  }
}
