package org.kiramr.sep;

/**
 * Kron radii, one a source.
 *
 * @param radius in units of the ellipse; 0 if all pixels are masked or a sum is not positive, see
 *     flag
 * @param flag see {@link SepFlags}
 */
@SuppressWarnings("ArrayRecordComponent") // columns, by design; never compared
public record KronRadii(double[] radius, short[] flag) {}
