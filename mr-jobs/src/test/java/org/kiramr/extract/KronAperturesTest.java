package org.kiramr.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.kiramr.sep.ApertureOptions;
import org.kiramr.sep.ApertureSums;
import org.kiramr.sep.EllipseAxes;
import org.kiramr.sep.KronRadii;
import org.kiramr.sep.Photometry;
import org.kiramr.sep.SepImage;

/** Sources whose ellipse SEP refuses do not cost the others their fluxes. */
class KronAperturesTest {
  private static final double UPRIGHT = (float) (Math.PI / 2);

  private final double[] x = {10, 20, 30};
  private final double[] y = {20, 20, 20};

  @Test
  void anUprightSourceIsMeasuredAndOneWithoutAxesIsNaN() {
    EllipseAxes axes =
        new EllipseAxes(
            new double[] {3, 3, Double.NaN},
            new double[] {2, 2, Double.NaN},
            new double[] {0, UPRIGHT, 0});
    KronRadii kron = new KronRadii(new double[] {1, 1, 1}, new short[3]);
    KronApertures apertures = new KronApertures(axes, kron, 2.0);
    try (SepImage image = new SepImage()) {
      image.setPixels(ones(40 * 40), 40, 40);
      ApertureSums sums =
          Photometry.of(image)
              .ellipses(x, y, apertures.axes(), apertures.scale(), ApertureOptions.DEFAULT);
      apertures.blankUnmeasurable(sums);

      assertThat(UPRIGHT).isGreaterThan(Math.PI / 2);
      assertThat(sums.sum()[0]).isCloseTo(Math.PI * 6 * 4, Offset.offset(1.0));
      assertThat(sums.sum()[1]).isCloseTo(sums.sum()[0], Offset.offset(0.5));
      assertThat(sums.sum()[2]).isNaN();
      assertThat(sums.sumErr()[2]).isNaN();
    }
  }

  @Test
  void theDetectionsOwnAxesStayAsTheyWere() {
    EllipseAxes axes = new EllipseAxes(new double[] {3}, new double[] {2}, new double[] {UPRIGHT});
    KronApertures apertures =
        new KronApertures(axes, new KronRadii(new double[] {1.5}, new short[1]), 2.0);
    assertThat(axes.theta()).containsExactly(UPRIGHT);
    assertThat(apertures.axes().theta()).containsExactly(Math.PI / 2);
    assertThat(apertures.scale()).containsExactly(3.0);
  }

  private static float[] ones(int length) {
    float[] pixels = new float[length];
    Arrays.fill(pixels, 1);
    return pixels;
  }
}
