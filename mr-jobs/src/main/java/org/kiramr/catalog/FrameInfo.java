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
 * @param masked number of masked pixels: BLANK, NaN, infinite, or masked by a companion
 * @param backgroundMean global background, image units
 * @param backgroundRms global RMS of the background, image units
 * @param pixelStack SEP's pixel stack with which it was extracted, pixels
 * @param subObjects SEP's sub-object limit with which it was extracted
 * @param sky what its header says of its place
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
    float backgroundRms,
    int pixelStack,
    int subObjects,
    SkyInfo sky) {

  public FrameInfo {
    Objects.requireNonNull(field);
    Objects.requireNonNull(band);
    Objects.requireNonNull(image);
    Objects.requireNonNull(sky);
  }

  /** The same frame with what is known after its extraction. */
  public FrameInfo extracted(int usedPixelStack, int usedSubObjects, SkyInfo place) {
    return new FrameInfo(
        field,
        band,
        image,
        hdu,
        width,
        height,
        bitpix,
        masked,
        backgroundMean,
        backgroundRms,
        usedPixelStack,
        usedSubObjects,
        place);
  }
}
