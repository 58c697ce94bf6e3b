package org.kiramr.sep;

import org.kiramr.sep.jna.NativeCatalog;
import org.kiramr.sep.jna.NativeImage;

/**
 * Detects the sources of an image. Thread-safe for different images.
 *
 * <p>libsep itself, up to SEP 1.4.1, loses 8 bytes a detection at each extraction (it allocates two
 * columns twice; pull request 170 of sep-developers/sep), which nothing outside of it can free: 60
 * MB in 5,000 frames of 1,500 detections.
 */
public final class Extractor {
  private Extractor() {}

  /**
   * Detects sources. The background should have been subtracted.
   *
   * @return the sources; none is no error
   * @throws SepException among others with status {@link SepException#PIXEL_STACK_FULL} or {@link
   *     SepException#DEBLEND_OVERFLOW}, or if the threshold is relative and the image has no noise
   */
  public static Detections extract(SepImage image, ExtractionParameters parameters) {
    try (NativeCatalog catalog = run(image.image(), parameters)) {
      return new Detections(catalog);
    }
  }

  /** As {@link #extract}, with a map of which pixel belongs to which source. */
  public static Segmentation extractWithSegmentation(
      SepImage image, ExtractionParameters parameters) {
    int[] map = new int[image.width() * image.height()];
    Detections detections =
        extract(
            image,
            parameters,
            (source, pixels) -> {
              for (int pixel : pixels) {
                map[pixel] = source + 1;
              }
            });
    return new Segmentation(detections, map);
  }

  /**
   * As {@link #extract}, and shows the pixels of each source, in SEP's order of sources.
   *
   * @param visitor told the number of each source, counted from 0, and its pixels: indices into the
   *     image, row-major
   */
  public static Detections extract(
      SepImage image, ExtractionParameters parameters, SourcePixels visitor) {
    try (NativeCatalog catalog = run(image.image(), parameters)) {
      Detections detections = new Detections(catalog);
      for (int i = 0; i < detections.size(); i++) {
        visitor.source(i, catalog.pixels(i, detections.npix()[i]));
      }
      return detections;
    }
  }

  private static NativeCatalog run(NativeImage image, ExtractionParameters parameters) {
    NativeCatalog catalog = new NativeCatalog(SepLibrary.loaded().layout());
    int status =
        SepLimits.share(
            () ->
                catalog.extract(
                    image,
                    parameters.threshold(),
                    parameters.thresholdType().code(),
                    parameters.minimumArea(),
                    parameters.kernel().valuesOrNull(),
                    parameters.kernel().width(),
                    parameters.kernel().height(),
                    parameters.filterType().code(),
                    parameters.deblendLevels(),
                    parameters.deblendContrast(),
                    parameters.clean(),
                    parameters.cleanParameter()));
    // Nothing to free: SEP frees its catalogue when it fails.
    SepException.check(status, "extraction");
    return catalog;
  }
}
