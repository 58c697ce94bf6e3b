package org.kiramr.extract;

import org.kiramr.sep.ApertureSums;
import org.kiramr.sep.EllipseAxes;
import org.kiramr.sep.KronRadii;

/**
 * The ellipses of the auto flux, in a form that SEP takes: it refuses a whole call for one ellipse
 * that is none, and the source would cost its frame.
 */
final class KronApertures {
  private final EllipseAxes axes;
  private final double[] scale;
  private final boolean[] unmeasurable;

  /**
   * @param measured axes of the detections, pixels, and angles, radians
   * @param factor size of an aperture in Kron radii
   */
  KronApertures(EllipseAxes measured, KronRadii kron, double factor) {
    int size = measured.size();
    double[] a = measured.a().clone();
    double[] b = measured.b().clone();
    double[] theta = measured.theta().clone();
    scale = new double[size];
    unmeasurable = new boolean[size];
    for (int i = 0; i < size; i++) {
      scale[i] = factor * kron.radius()[i];
      // an upright source's angle is pi/2 as a float, which is a little more than pi/2 as a double
      theta[i] = Math.max(-Math.PI / 2, Math.min(Math.PI / 2, theta[i]));
      if (!(a[i] >= b[i] && b[i] >= 0 && scale[i] >= 0 && Math.abs(theta[i]) <= Math.PI / 2)) {
        unmeasurable[i] = true;
        a[i] = b[i] = theta[i] = scale[i] = 0;
      }
    }
    axes = new EllipseAxes(a, b, theta);
  }

  EllipseAxes axes() {
    return axes;
  }

  /** Semi-axes of the apertures in multiples of (a, b). */
  double[] scale() {
    return scale;
  }

  /** Makes the fluxes of what was no ellipse NaN, so that they do not look like numbers. */
  void blankUnmeasurable(ApertureSums sums) {
    for (int i = 0; i < unmeasurable.length; i++) {
      if (unmeasurable[i]) {
        sums.sum()[i] = Double.NaN;
        sums.sumErr()[i] = Double.NaN;
      }
    }
  }
}
