/**
 * Frames from the bytes of FITS files: HDUs, scaling, masks and identity, on top of nom-tam-fits.
 *
 * <p>Start with {@link org.kiramr.fits.FrameReader}, which turns one input stream into {@link
 * org.kiramr.fits.Frame frames} and {@link org.kiramr.fits.Reject rejects}. Nothing here knows
 * Hadoop, nothing here prints, and no process-wide setting of nom-tam-fits is touched.
 */
package org.kiramr.fits;
