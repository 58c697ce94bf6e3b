/**
 * SEP, the C library of source extraction and photometry, for Java: background, extraction,
 * apertures.
 *
 * <p>One frame from pixels to fluxes:
 *
 * <pre>{@code
 * try (SepImage image = new SepImage()) { // one per thread, used again for every frame
 *   image.setPixels(pixels, width, height);
 *   image.setMask(mask, 0); // or no mask
 *   float rms;
 *   try (Background background = Background.estimate(image, BackgroundParameters.DEFAULT)) {
 *     background.subtractFrom(image);
 *     rms = background.globalRms();
 *   }
 *   ExtractionParameters parameters =
 *       ExtractionParameters.builder().threshold((float) (1.5 * rms), ThresholdType.ABSOLUTE).build();
 *   Detections found = Extractor.extract(image, parameters);
 *   image.setNoise(rms, NoiseType.STDDEV);
 *   ApertureSums fluxes =
 *       Photometry.of(image).circles(found.x(), found.y(), 5.0, ApertureOptions.DEFAULT);
 * }
 * }</pre>
 *
 * <p>Everywhere: pixels are row-major, index {@code y * width + x}; positions are in pixels, the
 * centre of the first pixel is (0, 0); angles are in radians, counter-clockwise from +x; fluxes,
 * noise and thresholds are in image units. Arrays of results belong to the caller. Arithmetic is
 * SEP's, nothing is computed here. A failure inside SEP is a {@link org.kiramr.sep.SepException};
 * an argument that cannot be meant is an {@link IllegalArgumentException}; use after close is an
 * {@link IllegalStateException}; no usable libsep is a {@link
 * org.kiramr.sep.SepUnavailableException}.
 */
package org.kiramr.sep;
