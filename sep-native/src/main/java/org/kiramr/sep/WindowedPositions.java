package org.kiramr.sep;

/**
 * Windowed positions, one a source.
 *
 * @param x in pixels
 * @param y in pixels
 * @param iterations that it took; 17 if the limit of 16 was reached
 * @param flag see {@link SepFlags}
 */
@SuppressWarnings("ArrayRecordComponent") // columns, by design; never compared
public record WindowedPositions(double[] x, double[] y, int[] iterations, short[] flag) {}
