package org.kiramr.sep;

import org.kiramr.sep.jna.CatalogColumn;
import org.kiramr.sep.jna.NativeCatalog;

/**
 * The sources that one extraction found: an array a column, a value a source, in SEP's order. Names
 * are those of sep.h.
 *
 * <p>The arrays are not copied when handed out; they belong to whoever has the detections. Safe to
 * share between threads as long as nobody writes to them.
 */
public final class Detections {
  private final int size;
  private final float[] thresh;
  private final int[] npix;
  private final int[] tnpix;
  private final int[] xmin;
  private final int[] xmax;
  private final int[] ymin;
  private final int[] ymax;
  private final double[] x;
  private final double[] y;
  private final double[] x2;
  private final double[] y2;
  private final double[] xy;
  private final double[] errx2;
  private final double[] erry2;
  private final double[] errxy;
  private final float[] a;
  private final float[] b;
  private final float[] theta;
  private final float[] cxx;
  private final float[] cyy;
  private final float[] cxy;
  private final float[] cflux;
  private final float[] flux;
  private final float[] cpeak;
  private final float[] peak;
  private final int[] xcpeak;
  private final int[] ycpeak;
  private final int[] xpeak;
  private final int[] ypeak;
  private final short[] flag;

  /** Copies every column, so that the native catalogue can be freed. */
  Detections(NativeCatalog catalog) {
    size = catalog.size();
    thresh = catalog.floats(CatalogColumn.THRESH);
    npix = catalog.ints(CatalogColumn.NPIX);
    tnpix = catalog.ints(CatalogColumn.TNPIX);
    xmin = catalog.ints(CatalogColumn.XMIN);
    xmax = catalog.ints(CatalogColumn.XMAX);
    ymin = catalog.ints(CatalogColumn.YMIN);
    ymax = catalog.ints(CatalogColumn.YMAX);
    x = catalog.doubles(CatalogColumn.X);
    y = catalog.doubles(CatalogColumn.Y);
    x2 = catalog.doubles(CatalogColumn.X2);
    y2 = catalog.doubles(CatalogColumn.Y2);
    xy = catalog.doubles(CatalogColumn.XY);
    errx2 = catalog.doubles(CatalogColumn.ERRX2);
    erry2 = catalog.doubles(CatalogColumn.ERRY2);
    errxy = catalog.doubles(CatalogColumn.ERRXY);
    a = catalog.floats(CatalogColumn.A);
    b = catalog.floats(CatalogColumn.B);
    theta = catalog.floats(CatalogColumn.THETA);
    cxx = catalog.floats(CatalogColumn.CXX);
    cyy = catalog.floats(CatalogColumn.CYY);
    cxy = catalog.floats(CatalogColumn.CXY);
    cflux = catalog.floats(CatalogColumn.CFLUX);
    flux = catalog.floats(CatalogColumn.FLUX);
    cpeak = catalog.floats(CatalogColumn.CPEAK);
    peak = catalog.floats(CatalogColumn.PEAK);
    xcpeak = catalog.ints(CatalogColumn.XCPEAK);
    ycpeak = catalog.ints(CatalogColumn.YCPEAK);
    xpeak = catalog.ints(CatalogColumn.XPEAK);
    ypeak = catalog.ints(CatalogColumn.YPEAK);
    flag = catalog.shorts(CatalogColumn.FLAG);
  }

  /** Number of sources; 0 if nothing was found. */
  public int size() {
    return size;
  }

  /** Threshold at the detection, in image units. */
  public float[] thresh() {
    return thresh;
  }

  /** Number of pixels of the detection. */
  public int[] npix() {
    return npix;
  }

  /** Number of its pixels above the threshold in the unfiltered image. */
  public int[] tnpix() {
    return tnpix;
  }

  /** Least x of its pixels. */
  public int[] xmin() {
    return xmin;
  }

  /** Largest x of its pixels. */
  public int[] xmax() {
    return xmax;
  }

  /** Least y of its pixels. */
  public int[] ymin() {
    return ymin;
  }

  /** Largest y of its pixels. */
  public int[] ymax() {
    return ymax;
  }

  /** Barycentre in x, in pixels. */
  public double[] x() {
    return x;
  }

  /** Barycentre in y, in pixels. */
  public double[] y() {
    return y;
  }

  /** Variance in x, in square pixels. */
  public double[] x2() {
    return x2;
  }

  /** Variance in y, in square pixels. */
  public double[] y2() {
    return y2;
  }

  /** Covariance of x and y, in square pixels. */
  public double[] xy() {
    return xy;
  }

  /** Variance of the error of x, in square pixels; 0 without noise. */
  public double[] errx2() {
    return errx2;
  }

  /** Variance of the error of y, in square pixels; 0 without noise. */
  public double[] erry2() {
    return erry2;
  }

  /** Covariance of the errors of x and y, in square pixels; 0 without noise. */
  public double[] errxy() {
    return errxy;
  }

  /** Semi-major axis (RMS of the profile), in pixels. */
  public float[] a() {
    return a;
  }

  /** Semi-minor axis (RMS of the profile), in pixels. */
  public float[] b() {
    return b;
  }

  /** Angle of the semi-major axis, in radians counter-clockwise from +x. */
  public float[] theta() {
    return theta;
  }

  /** Coefficient of x squared of the ellipse, per square pixel. */
  public float[] cxx() {
    return cxx;
  }

  /** Coefficient of y squared of the ellipse, per square pixel. */
  public float[] cyy() {
    return cyy;
  }

  /** Coefficient of x times y of the ellipse, per square pixel. */
  public float[] cxy() {
    return cxy;
  }

  /** Sum of its pixels in the filtered image, in image units. */
  public float[] cflux() {
    return cflux;
  }

  /** Sum of its pixels in the unfiltered image, in image units. */
  public float[] flux() {
    return flux;
  }

  /** Largest value in the filtered image, in image units. */
  public float[] cpeak() {
    return cpeak;
  }

  /** Largest value in the unfiltered image, in image units. */
  public float[] peak() {
    return peak;
  }

  /** x of the largest value in the filtered image. */
  public int[] xcpeak() {
    return xcpeak;
  }

  /** y of the largest value in the filtered image. */
  public int[] ycpeak() {
    return ycpeak;
  }

  /** x of the largest value in the unfiltered image. */
  public int[] xpeak() {
    return xpeak;
  }

  /** y of the largest value in the unfiltered image. */
  public int[] ypeak() {
    return ypeak;
  }

  /** Extraction flags: see {@link SepFlags}. */
  public short[] flag() {
    return flag;
  }

  /** New arrays of {@link #a()}, {@link #b()}, {@link #theta()}, as photometry takes them. */
  public EllipseAxes axes() {
    return new EllipseAxes(widen(a), widen(b), widen(theta));
  }

  /** New arrays of {@link #cxx()}, {@link #cyy()}, {@link #cxy()}, as photometry takes them. */
  public EllipseCoefficients coefficients() {
    return new EllipseCoefficients(widen(cxx), widen(cyy), widen(cxy));
  }

  private static double[] widen(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }
}
