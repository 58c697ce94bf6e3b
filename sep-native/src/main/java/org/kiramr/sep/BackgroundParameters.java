package org.kiramr.sep;

/**
 * How a background is estimated. Immutable.
 *
 * @param boxWidth width of a box of the background mesh, in pixels
 * @param boxHeight height of a box, in pixels
 * @param filterWidth width of the median filter over the mesh, in boxes
 * @param filterHeight height of the median filter, in boxes
 * @param filterThreshold a box is replaced by the median only if it differs by more, in image units
 */
public record BackgroundParameters(
    int boxWidth, int boxHeight, int filterWidth, int filterHeight, double filterThreshold) {
  /**
   * SExtractor's defaults, as sep.h names them: boxes 64 x 64, filter 3 x 3, filter threshold 0.
   */
  public static final BackgroundParameters DEFAULT = new BackgroundParameters(64, 64, 3, 3, 0.0);

  /**
   * Checks that sizes are positive, that SEP can count a box's and the filter's area, and the
   * threshold.
   */
  public BackgroundParameters {
    area(boxWidth, boxHeight, "background box");
    area(filterWidth, filterHeight, "background filter");
    Checks.argument(
        Double.isFinite(filterThreshold), "filter threshold must be finite: " + filterThreshold);
  }

  private static void area(int width, int height, String name) {
    Checks.positive(width, name + " width");
    Checks.positive(height, name + " height");
    Checks.argument(
        (long) width * height <= Integer.MAX_VALUE,
        name + " of " + width + " x " + height + " is too large");
  }
}
