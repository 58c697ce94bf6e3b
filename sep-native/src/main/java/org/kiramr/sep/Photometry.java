package org.kiramr.sep;

import java.util.Arrays;
import org.kiramr.sep.jna.NativeApertures;

/**
 * Measures sources of an image in apertures: positions in, fluxes out, an array each. Noise, gain,
 * mask and segmentation map are the image's.
 *
 * <p>Every method takes a position for each source, in pixels; every other array has a value for
 * each source. They throw {@link IllegalArgumentException} if lengths differ or a position is not
 * finite, and {@link SepException}, naming the source, if SEP rejects an aperture: a negative
 * radius or axis, b above a, an angle beyond plus or minus pi/2.
 *
 * <p>A view of the image: holds no memory of its own, and is no more thread-safe than the image.
 */
public final class Photometry {
  /**
   * Smallest maximum radius for {@link #fluxRadii}, in pixels. SEP divides it into 64 annuli and
   * counts their number at each pixel in an int: below some 1e-7 that overflows, and SEP 1.2 writes
   * out of bounds.
   */
  private static final double LEAST_FLUX_RADIUS = 1e-6;

  private final SepImage image;

  private Photometry(SepImage image) {
    this.image = image;
  }

  /** Photometry on an image, now or with whatever frame it holds later. */
  public static Photometry of(SepImage image) {
    return new Photometry(image);
  }

  /**
   * Sums circles of one radius.
   *
   * @param r radius, in pixels
   */
  public ApertureSums circles(double[] x, double[] y, double r, ApertureOptions options) {
    double[] radii = new double[x.length];
    Arrays.fill(radii, r);
    return circles(x, y, radii, options);
  }

  /**
   * Sums circles.
   *
   * @param r radii, in pixels
   */
  public ApertureSums circles(double[] x, double[] y, double[] r, ApertureOptions options) {
    NativeApertures sep = begin(x, y, options);
    Checks.sources(r.length, x.length, "r");
    ApertureSums sums = new ApertureSums(x.length);
    for (int i = 0; i < x.length; i++) {
      int status =
          sep.circle(x[i], y[i], r[i], options.id(i), options.subpixels(), options.flags());
      keep(status, sep, sums, i, "circular aperture");
    }
    return sums;
  }

  /**
   * Sums circular annuli.
   *
   * @param inner inner radii, in pixels
   * @param outer outer radii, in pixels
   */
  public ApertureSums circularAnnuli(
      double[] x, double[] y, double[] inner, double[] outer, ApertureOptions options) {
    NativeApertures sep = begin(x, y, options);
    Checks.sources(inner.length, x.length, "inner");
    Checks.sources(outer.length, x.length, "outer");
    ApertureSums sums = new ApertureSums(x.length);
    for (int i = 0; i < x.length; i++) {
      int status =
          sep.circularAnnulus(
              x[i], y[i], inner[i], outer[i], options.id(i), options.subpixels(), options.flags());
      keep(status, sep, sums, i, "circular annulus");
    }
    return sums;
  }

  /**
   * Sums ellipses.
   *
   * @param r scale of each ellipse: 1 for the ellipse itself
   */
  public ApertureSums ellipses(
      double[] x, double[] y, EllipseAxes axes, double[] r, ApertureOptions options) {
    NativeApertures sep = begin(x, y, options);
    Checks.sources(axes.size(), x.length, "axes");
    Checks.sources(r.length, x.length, "r");
    ApertureSums sums = new ApertureSums(x.length);
    for (int i = 0; i < x.length; i++) {
      int status =
          sep.ellipse(
              x[i],
              y[i],
              axes.a()[i],
              axes.b()[i],
              axes.theta()[i],
              r[i],
              options.id(i),
              options.subpixels(),
              options.flags());
      keep(status, sep, sums, i, "elliptical aperture");
    }
    return sums;
  }

  /**
   * Sums elliptical annuli.
   *
   * @param inner scale of the inner edge of each ellipse
   * @param outer scale of the outer edge of each ellipse
   */
  public ApertureSums ellipticalAnnuli(
      double[] x,
      double[] y,
      EllipseAxes axes,
      double[] inner,
      double[] outer,
      ApertureOptions options) {
    NativeApertures sep = begin(x, y, options);
    Checks.sources(axes.size(), x.length, "axes");
    Checks.sources(inner.length, x.length, "inner");
    Checks.sources(outer.length, x.length, "outer");
    ApertureSums sums = new ApertureSums(x.length);
    for (int i = 0; i < x.length; i++) {
      int status =
          sep.ellipticalAnnulus(
              x[i],
              y[i],
              axes.a()[i],
              axes.b()[i],
              axes.theta()[i],
              inner[i],
              outer[i],
              options.id(i),
              options.subpixels(),
              options.flags());
      keep(status, sep, sums, i, "elliptical annulus");
    }
    return sums;
  }

  /**
   * Kron radii: the mean distance of the light in an ellipse, in units of the ellipse.
   *
   * @param r scale of the ellipse in which to look; SExtractor takes 6
   * @param options its segmentation ids only; the others have no meaning here
   */
  public KronRadii kronRadii(
      double[] x, double[] y, EllipseCoefficients ellipses, double r, ApertureOptions options) {
    NativeApertures sep = begin(x, y, options);
    Checks.sources(ellipses.size(), x.length, "ellipses");
    KronRadii radii = new KronRadii(new double[x.length], new short[x.length]);
    for (int i = 0; i < x.length; i++) {
      int status =
          sep.kronRadius(
              x[i],
              y[i],
              ellipses.cxx()[i],
              ellipses.cyy()[i],
              ellipses.cxy()[i],
              r,
              options.id(i));
      SepException.check(status, "Kron radius", i);
      radii.radius()[i] = sep.first();
      radii.flag()[i] = sep.flag();
    }
    return radii;
  }

  /**
   * Radii of circles that hold given fractions of the flux.
   *
   * @param maximum largest radius to look at, in pixels, at least 1e-6
   * @param total flux that the fractions are of, in image units; null for the flux within {@code
   *     maximum}
   * @param fractions for instance 0.5 for the half-light radius; at least one
   * @param options subpixels must be 1 or more
   */
  public FluxRadii fluxRadii(
      double[] x,
      double[] y,
      double[] maximum,
      double[] total,
      double[] fractions,
      ApertureOptions options) {
    NativeApertures sep = begin(x, y, options);
    Checks.sources(maximum.length, x.length, "maximum");
    if (total != null) {
      Checks.sources(total.length, x.length, "total");
    }
    Checks.argument(fractions.length > 0, "fractions is empty");
    FluxRadii radii =
        new FluxRadii(
            new double[Math.multiplyExact(x.length, fractions.length)],
            fractions.length,
            new short[x.length]);
    for (int i = 0; i < x.length; i++) {
      Checks.argument(
          maximum[i] >= LEAST_FLUX_RADIUS && maximum[i] < Double.POSITIVE_INFINITY,
          "maximum radius of source " + i + " is too small or not finite: " + maximum[i]);
      int status =
          sep.fluxRadius(
              x[i],
              y[i],
              maximum[i],
              total == null ? null : total[i],
              fractions,
              options.id(i),
              options.subpixels(),
              options.flags(),
              radii.radius(),
              i * fractions.length);
      SepException.check(status, "flux radius", i);
      radii.flag()[i] = sep.flag();
    }
    return radii;
  }

  /**
   * Windowed positions: barycentres under a Gaussian weight, found by iteration.
   *
   * @param sigma of the weight, in pixels; SExtractor takes 2/2.35 of the half-light radius
   * @param options its subpixels (SExtractor takes 11) and whether masked pixels are ignored
   */
  public WindowedPositions windowedPositions(
      double[] x, double[] y, double[] sigma, ApertureOptions options) {
    NativeApertures sep = image.apertures();
    Sources.check(x, y);
    Checks.sources(sigma.length, x.length, "sigma");
    int n = x.length;
    WindowedPositions positions =
        new WindowedPositions(new double[n], new double[n], new int[n], new short[n]);
    for (int i = 0; i < n; i++) {
      int status = sep.windowed(x[i], y[i], sigma[i], options.subpixels(), options.flags());
      SepException.check(status, "windowed position", i);
      positions.x()[i] = sep.first();
      positions.y()[i] = sep.second();
      positions.iterations()[i] = sep.iterations();
      positions.flag()[i] = sep.flag();
    }
    return positions;
  }

  private NativeApertures begin(double[] x, double[] y, ApertureOptions options) {
    NativeApertures sep = image.apertures();
    Sources.check(x, y);
    options.check(image, x.length);
    return sep;
  }

  private static void keep(
      int status, NativeApertures sep, ApertureSums sums, int source, String operation) {
    SepException.check(status, operation, source);
    sums.sum()[source] = sep.first();
    sums.sumErr()[source] = sep.second();
    sums.area()[source] = sep.third();
    sums.flag()[source] = sep.flag();
  }
}
