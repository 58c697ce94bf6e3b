package org.kiramr.catalog;

import java.util.Objects;

/**
 * Which frame the detections are from, its size, and the sky that was found in it.
 *
 * @param field patch of sky
 * @param band filter; empty if unknown
 * @param image file, relative to the input that named it; for the plane of a cube its {@link
 *     org.kiramr.fits.PlaneName}
 * @param hdu counted from 0
 * @param width pixels along x
 * @param height pixels along y
 * @param bitpix type of the stored pixels
 * @param masked number of masked pixels: BLANK, NaN or infinite
 * @param backgroundMean global background, image units
 * @param backgroundRms global RMS of the background, image units
 */
public record FrameInfo(
    String field,
    String band,
    String image,
    int hdu,
    int width,
    int height,
    int bitpix,
    int masked,
    float backgroundMean,
    float backgroundRms) {

  public FrameInfo {
    Objects.requireNonNull(field);
    Objects.requireNonNull(band);
    Objects.requireNonNull(image);
  }
}
