package org.kiramr.sep;

import org.kiramr.sep.jna.NativeBackground;

/**
 * The background of an image and its RMS, as SEP estimates them: a mesh of boxes, and bicubic
 * splines between.
 *
 * <p>Owns native memory, given back by {@link #close()} (or, if that is forgotten, once the
 * background is unreachable). Independent of the image that it was estimated from. Not thread-safe.
 */
public final class Background implements AutoCloseable {
  private final NativeBackground background;
  private final int width;
  private final int height;
  private boolean closed;

  private Background(NativeBackground background, int width, int height) {
    this.background = background;
    this.width = width;
    this.height = height;
  }

  /**
   * Estimates the background of an image. Masked pixels, NaN and pixels below -1e30 do not count.
   *
   * @throws SepException if SEP runs out of memory
   */
  public static Background estimate(SepImage image, BackgroundParameters parameters) {
    Checks.argument(
        (long) image.width() * parameters.boxHeight() <= Integer.MAX_VALUE,
        "background boxes of height " + parameters.boxHeight() + " are too large for the image");
    NativeBackground background = new NativeBackground();
    int status =
        background.estimate(
            image.image(),
            parameters.boxWidth(),
            parameters.boxHeight(),
            parameters.filterWidth(),
            parameters.filterHeight(),
            parameters.filterThreshold());
    SepException.check(status, "background");
    return new Background(background, image.width(), image.height());
  }

  /** Global level: the median over the mesh, in image units. */
  public float global() {
    ensureOpen();
    return background.global();
  }

  /** Global RMS: the median over the mesh, in image units. */
  public float globalRms() {
    ensureOpen();
    return background.globalRms();
  }

  /**
   * Level at one pixel. Interpolated linearly between boxes, unlike {@link #level()}: close, but
   * not equal.
   *
   * @throws IllegalArgumentException if the pixel is outside of the image
   */
  public float levelAt(int x, int y) {
    ensureOpen();
    Checks.argument(
        x >= 0 && x < width && y >= 0 && y < height,
        "pixel (" + x + ", " + y + ") is outside of an image of " + width + " x " + height);
    return background.pixel(x, y);
  }

  /** Level at each pixel, row-major. */
  public float[] level() {
    ensureOpen();
    float[] map = new float[width * height];
    SepException.check(background.background(map), "background map");
    return map;
  }

  /** Level at each pixel, row-major; floats in a double array, for images of double. */
  public double[] levelAsDouble() {
    ensureOpen();
    double[] map = new double[width * height];
    SepException.check(background.background(map), "background map");
    return map;
  }

  /** RMS at each pixel, row-major. */
  public float[] rms() {
    ensureOpen();
    float[] map = new float[width * height];
    SepException.check(background.rms(map), "background RMS map");
    return map;
  }

  /** RMS at each pixel, row-major; floats in a double array, for images of double. */
  public double[] rmsAsDouble() {
    ensureOpen();
    double[] map = new double[width * height];
    SepException.check(background.rms(map), "background RMS map");
    return map;
  }

  /**
   * Subtracts the level from an image's pixels, in place.
   *
   * @throws IllegalArgumentException if the image is not of the size that the background was
   *     estimated for
   */
  public void subtractFrom(SepImage image) {
    ensureOpen();
    Checks.argument(
        image.width() == width && image.height() == height,
        "the background is of "
            + width
            + " x "
            + height
            + " pixels, the image of "
            + image.width()
            + " x "
            + image.height());
    SepException.check(background.subtractFrom(image.image()), "background subtraction");
  }

  private void ensureOpen() {
    if (closed) {
      throw new IllegalStateException("the background is closed");
    }
  }

  /** Gives the native memory back. Closing twice does nothing. */
  @Override
  public void close() {
    closed = true;
    background.close();
  }
}
