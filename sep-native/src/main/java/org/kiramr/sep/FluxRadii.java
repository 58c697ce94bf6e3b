package org.kiramr.sep;

/**
 * Radii that hold given fractions of the flux.
 *
 * @param radius in pixels: {@code radius[source * fractions + fraction]}
 * @param fractions number of fractions
 * @param flag one a source, see {@link SepFlags}
 */
@SuppressWarnings("ArrayRecordComponent") // columns, by design; never compared
public record FluxRadii(double[] radius, int fractions, short[] flag) {}
