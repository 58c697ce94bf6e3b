package org.kiramr.sep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhotometryTest {
  private static final int SIZE = 40;
  private static final double[] X = {19.3, 12};
  private static final double[] Y = {20.1, 28.5};
  private static final ApertureOptions EXACT =
      ApertureOptions.DEFAULT.withSubpixels(ApertureOptions.EXACT);

  private final SepImage image = new SepImage();
  private final Photometry photometry = Photometry.of(image);

  /** Every pixel is 2: a flux is twice an area. */
  @BeforeEach
  void setPixels() {
    image.setPixels(TestImages.flat(SIZE * SIZE, 2), SIZE, SIZE);
  }

  @AfterEach
  void close() {
    image.close();
  }

  private static double[] each(double value) {
    return new double[] {value, value};
  }

  private static void assertArea(ApertureSums sums, double area, double tolerance) {
    assertThat(sums.size()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      assertThat(sums.area()[i]).isCloseTo(area, within(tolerance));
      assertThat(sums.sum()[i]).isCloseTo(2 * area, within(2 * tolerance));
      assertThat(sums.flag()[i]).isZero();
    }
  }

  @Test
  void exactAperturesHaveTheAreaOfTheirShape() {
    EllipseAxes axes = new EllipseAxes(each(3), each(2), each(0.4));
    assertArea(photometry.circles(X, Y, 5, EXACT), Math.PI * 25, 1e-4);
    assertArea(photometry.circularAnnuli(X, Y, each(3), each(5), EXACT), Math.PI * 16, 1e-4);
    assertArea(photometry.ellipses(X, Y, axes, each(1.5), EXACT), Math.PI * 6 * 2.25, 1e-4);
    assertArea(
        photometry.ellipticalAnnuli(X, Y, axes, each(1), each(2), EXACT), Math.PI * 6 * 3, 1e-4);
    // 5 x 5 subpixels are near, but not exact.
    assertArea(photometry.circles(X, Y, 5, ApertureOptions.DEFAULT), Math.PI * 25, 1);
    assertThat(photometry.circles(X, Y, 5, ApertureOptions.DEFAULT).area()[0])
        .isNotCloseTo(Math.PI * 25, within(1e-4));
  }

  @Test
  void eachSourceHasItsOwnRadius() {
    double[] area = photometry.circles(X, Y, new double[] {2, 4}, EXACT).area();
    assertThat(area[0]).isCloseTo(Math.PI * 4, within(1e-4));
    assertThat(area[1]).isCloseTo(Math.PI * 16, within(1e-4));
  }

  @Test
  void errorsFollowNoiseAndGain() {
    double area = Math.PI * 25;
    image.setNoise(0.5, NoiseType.STDDEV);
    double expected = Math.sqrt(area * 0.25);
    assertThat(photometry.circles(X, Y, 5, EXACT).sumErr()[0]).isCloseTo(expected, within(1e-4));
    image.setNoise(0.25, NoiseType.VARIANCE);
    assertThat(photometry.circles(X, Y, 5, EXACT).sumErr()[0]).isCloseTo(expected, within(1e-4));
    image.setNoise(TestImages.flat(SIZE * SIZE, 0.5f), NoiseType.STDDEV);
    assertThat(photometry.circles(X, Y, 5, EXACT).sumErr()[0]).isCloseTo(expected, within(1e-4));
    image.setGain(4);
    assertThat(photometry.circles(X, Y, 5, EXACT).sumErr()[0])
        .isCloseTo(Math.sqrt(area * 0.25 + 2 * area / 4), within(1e-4));
  }

  @Test
  void maskedPixelsAreMadeUpForOrLeftOut() {
    byte[] mask = new byte[SIZE * SIZE];
    mask[20 * SIZE + 19] = 1;
    mask[21 * SIZE + 20] = 1;
    image.setMask(mask, 0);
    ApertureSums madeUp = photometry.circles(X, Y, 5, EXACT);
    assertThat(madeUp.sum()[0]).isCloseTo(2 * Math.PI * 25, within(1e-3));
    assertThat(madeUp.area()[0]).isCloseTo(Math.PI * 25, within(1e-3));
    assertThat(madeUp.flag()).isEqualTo(new short[] {SepFlags.APERTURE_HAS_MASKED, 0});
    ApertureSums leftOut = photometry.circles(X, Y, 5, EXACT.ignoringMasked());
    assertThat(leftOut.sum()[0]).isCloseTo(2 * (Math.PI * 25 - 2), within(1e-3));
    assertThat(leftOut.area()[0]).isCloseTo(Math.PI * 25 - 2, within(1e-3));
  }

  @Test
  void segmentationIdsMaskOtherSources() {
    int[] map = new int[SIZE * SIZE];
    map[20 * SIZE + 19] = 1;
    map[21 * SIZE + 20] = 2;
    image.setSegmentation(map);
    double full = Math.PI * 25;
    // Without a mask, SEP leaves the pixels of others out of the sum, and makes nothing up.
    ApertureSums own = photometry.circles(X, Y, 5, EXACT.withSegmentationIds(1, 1));
    assertThat(own.sum()[0]).isCloseTo(2 * (full - 1), within(1e-3));
    assertThat(own.flag()).isEqualTo(new short[] {SepFlags.APERTURE_HAS_MASKED, 0});
    ApertureSums only = photometry.circles(X, Y, 5, EXACT.withSegmentationIds(-1, -1));
    assertThat(only.sum()).isEqualTo(new double[] {2, 0});
    KronRadii kron =
        photometry.kronRadii(
            X,
            Y,
            new EllipseCoefficients(each(1), each(1), each(0)),
            3,
            ApertureOptions.DEFAULT.withSegmentationIds(-3, 1));
    assertThat(kron.radius()[0]).isZero();
    assertThat(kron.flag()[0] & SepFlags.APERTURE_ALL_MASKED).isNotZero();
    assertThat(kron.radius()[1]).isPositive();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> photometry.circles(X, Y, 5, EXACT))
        .withMessage("the image has a segmentation map, but there are no segmentation ids");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> photometry.circles(X, Y, 5, EXACT.withSegmentationIds(1)))
        .withMessage("segmentation ids has 1 values for 2 sources");
    image.setSegmentation(null);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> photometry.circles(X, Y, 5, EXACT.withSegmentationIds(1, 2)))
        .withMessage("there are segmentation ids, but the image has no segmentation map");
  }

  @Test
  void aperturesBeyondTheEdgeAreFlagged() {
    double[] corner = {0};
    ApertureSums sums = photometry.circles(corner, corner, 3, EXACT);
    assertThat(sums.flag()[0]).isEqualTo(SepFlags.APERTURE_TRUNCATED);
    assertThat(sums.area()[0]).isLessThan(Math.PI * 9);
    double[] far = {1e12};
    assertThat(photometry.circles(far, corner, 3, EXACT).sum()[0]).isZero();
  }

  @Test
  void fluxRadiusHoldsTheFractionAskedFor() {
    image.setPixels(new float[SIZE * SIZE], SIZE, SIZE);
    float[] star = new float[SIZE * SIZE];
    TestImages.addStar(star, SIZE, SIZE, 20, 20, 1000);
    image.setPixels(star, SIZE, SIZE);
    double[] at = {20};
    double[] fractions = {0.25, 0.5};
    FluxRadii radii =
        photometry.fluxRadii(
            at, at, new double[] {12}, null, fractions, ApertureOptions.DEFAULT.withSubpixels(11));
    // A Gaussian holds the fraction f within sigma sqrt(-2 ln(1 - f)).
    for (int i = 0; i < fractions.length; i++) {
      assertThat(radii.radius()[i])
          .isCloseTo(1.5 * Math.sqrt(-2 * Math.log(1 - fractions[i])), within(0.1));
    }
    double half = 1000 * Math.PI * 2.25;
    FluxRadii ofHalf =
        photometry.fluxRadii(
            at,
            at,
            new double[] {12},
            new double[] {half},
            new double[] {1},
            ApertureOptions.DEFAULT.withSubpixels(11));
    assertThat(ofHalf.radius()[0]).isCloseTo(radii.radius()[1], within(0.02));
  }

  @Test
  void windowedPositionsConvergeToTheStar() {
    float[] star = new float[SIZE * SIZE];
    TestImages.addStar(star, SIZE, SIZE, 20.3, 19.6, 1000);
    image.setPixels(star, SIZE, SIZE);
    WindowedPositions found =
        photometry.windowedPositions(
            new double[] {20}, new double[] {20}, new double[] {1.5}, EXACT);
    assertThat(found.x()[0]).isCloseTo(20.3, within(1e-3));
    assertThat(found.y()[0]).isCloseTo(19.6, within(1e-3));
    assertThat(found.iterations()[0]).isBetween(2, 16);
  }

  @Test
  void kronRadiusOfNothingIsFlagged() {
    image.setPixels(new float[SIZE * SIZE], SIZE, SIZE);
    KronRadii kron =
        photometry.kronRadii(
            X, Y, new EllipseCoefficients(each(1), each(1), each(0)), 6, ApertureOptions.DEFAULT);
    assertThat(kron.radius()).containsOnly(0);
    assertThat(kron.flag()).containsOnly(SepFlags.APERTURE_NON_POSITIVE);
    EllipseAxes axes = new EllipseAxes(each(1), each(1), each(0));
    assertThat(photometry.ellipses(X, Y, axes, kron.radius(), EXACT).sum()).containsOnly(0);
  }

  @Test
  void whatSepRejectsNamesTheSource() {
    SepException radius =
        catchThrowableOfType(
            SepException.class, () -> photometry.circles(X, Y, new double[] {1, -1}, EXACT));
    assertThat(radius.status()).isEqualTo(6);
    assertThat(radius)
        .hasMessage("circular aperture of source 1: invalid aperture parameters (SEP status 6)");
    EllipseAxes flipped = new EllipseAxes(each(1), each(2), each(0));
    assertThat(
            catchThrowableOfType(
                    SepException.class, () -> photometry.ellipses(X, Y, flipped, each(1), EXACT))
                .operation())
        .isEqualTo("elliptical aperture of source 0");
    assertThat(
            catchThrowableOfType(
                    SepException.class,
                    () -> photometry.fluxRadii(X, Y, each(3), null, new double[] {0.5}, EXACT))
                .status())
        .isEqualTo(4);
    // The scratch memory is as good as before.
    assertArea(photometry.circles(X, Y, 5, EXACT), Math.PI * 25, 1e-4);
  }

  @Test
  void argumentsThatCannotBeMeantAreRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> photometry.circles(X, new double[1], 5, EXACT))
        .withMessage("y has 1 values for 2 sources");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> photometry.circles(X, Y, new double[3], EXACT))
        .withMessage("r has 3 values for 2 sources");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> photometry.circles(new double[] {1, Double.NaN}, Y, 5, EXACT))
        .withMessage("source 1 has no finite position: (NaN, 28.5)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> photometry.fluxRadii(X, Y, each(0), null, new double[] {0.5}, EXACT))
        .withMessageStartingWith("maximum radius of source 0 is too small");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> photometry.fluxRadii(X, Y, each(1), null, new double[0], EXACT));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApertureOptions.DEFAULT.withSubpixels(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EllipseAxes(each(1), new double[1], each(0)));
  }

  /** The smallest radius that is let through neither fails nor writes out of bounds. */
  @Test
  void tinyFluxRadiiAreSafe() {
    double[] tiny = each(1e-6);
    FluxRadii radii =
        photometry.fluxRadii(X, Y, tiny, null, new double[] {0.5}, ApertureOptions.DEFAULT);
    assertThat(Arrays.stream(radii.radius()).max().orElseThrow()).isLessThanOrEqualTo(1e-6);
  }
}
