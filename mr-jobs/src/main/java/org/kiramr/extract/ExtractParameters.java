package org.kiramr.extract;

import java.util.List;
import org.kiramr.sep.BackgroundParameters;
import org.kiramr.sep.Kernel;

/**
 * The numbers of an extraction. Immutable.
 *
 * @param background boxes and filter of the background
 * @param thresholdSigma detection threshold in multiples of the global background RMS
 * @param minArea smallest detection, pixels above the threshold
 * @param kernel convolution kernel, or {@link Kernel#NONE}
 * @param deblendLevels levels of deblending
 * @param deblendContrast smallest share of the flux that makes a deblended source
 * @param cleanParameter cleaning parameter, or 0 for no cleaning
 * @param apertureRadii radii of the circular apertures, pixels, at least one
 * @param apertureSubpixels subpixels a side in circular apertures, 0 for the exact overlap
 * @param kronEllipse ellipse in which the Kron radius is measured, multiples of (a, b)
 * @param kronFactor semi-axes of the auto aperture, multiples of the Kron radius times (a, b)
 * @param kronSubpixels subpixels a side in the auto aperture, 0 for the exact overlap
 * @param flagSaturated whether sources with pixels at or above the SATURATE card get flag 4
 */
public record ExtractParameters(
    BackgroundParameters background,
    double thresholdSigma,
    int minArea,
    Kernel kernel,
    int deblendLevels,
    double deblendContrast,
    double cleanParameter,
    List<Double> apertureRadii,
    int apertureSubpixels,
    double kronEllipse,
    double kronFactor,
    int kronSubpixels,
    boolean flagSaturated) {

  public ExtractParameters {
    apertureRadii = List.copyOf(apertureRadii);
  }
}
