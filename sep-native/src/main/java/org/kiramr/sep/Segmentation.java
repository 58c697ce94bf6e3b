package org.kiramr.sep;

/**
 * Detections, and which pixel belongs to which.
 *
 * @param detections the sources
 * @param map row-major: 0 for sky, else the number of the source in {@code detections}, counted
 *     from 1
 */
@SuppressWarnings("ArrayRecordComponent") // a map of pixels, by design; never compared
public record Segmentation(Detections detections, int[] map) {}
