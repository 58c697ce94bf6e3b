package org.kiramr.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What is painted against sums over its pixels, and the profiles against their formulas. */
class LightModelTest {
  private static final double X = 61.3;
  private static final double ROW = 1058.8;
  private static final double FLUX = 1e5;
  private static final Psf PSF = Psf.ofFwhm(3.3);
  private static final Source GALAXY = galaxy(Profile.EXPONENTIAL, 4, 0.4, 0.7);

  @Test
  void allLightArrivesAtItsPlace() {
    StripImage image = paint(GALAXY);
    double sum = 0;
    double x = 0;
    double row = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int j = 0; j < image.height(); j++) {
      for (int i = 0; i < image.width(); i++) {
        double value = image.get(i, j);
        sum += value;
        x += value * i;
        row += value * (image.firstRow() + j);
        xx += value * (i - X) * (i - X);
        yy += value * (image.firstRow() + j - ROW) * (image.firstRow() + j - ROW);
        xy += value * (i - X) * (image.firstRow() + j - ROW);
      }
    }
    assertThat(sum).isCloseTo(FLUX, Percentage.withPercentage(0.05));
    assertThat(x / sum).isCloseTo(X, within(0.001));
    assertThat(row / sum).isCloseTo(ROW, within(0.001));
    double angle = 0.5 * Math.atan2(2 * xy, xx - yy);
    assertThat(angle).isCloseTo(0.7, within(0.005));
  }

  @Test
  void theCircleHoldsWhatItsPixelsHold() {
    // a pixel's share of the circle, from a fine grid, as the circle cuts pixels
    StripImage image = paint(GALAXY);
    double sum = 0;
    int fine = 21;
    for (int j = 0; j < image.height(); j++) {
      for (int i = 0; i < image.width(); i++) {
        int inside = 0;
        for (int k = 0; k < fine * fine; k++) {
          double dx = i - X + (k % fine - fine / 2) / (double) fine;
          double dy = image.firstRow() + j - ROW + (k / fine - fine / 2) / (double) fine;
          inside += dx * dx + dy * dy <= 25 ? 1 : 0;
        }
        sum += (double) image.get(i, j) * inside / (fine * fine);
      }
    }
    double expected = FLUX * LightModel.of(GALAXY, PSF).fractionInCircle(5);
    assertThat(sum).isCloseTo(expected, Percentage.withPercentage(0.1));
  }

  @Test
  void aStarHasTheSeeingThatWasAsked() {
    Source star = new Source(1, Profile.POINT, 50, 1050, null, 0, 1, 0);
    StripImage image = new StripImage(101, 101, 1000);
    LightModel.of(star, Psf.ofFwhm(6)).paint(image, 50, 1050, 1e6);
    double peak = image.get(50, 50);
    assertThat(peak).isCloseTo(1e6 * LightModel.of(star, Psf.ofFwhm(6)).peak(), within(0.5));
    assertThat(image.get(53, 50)).isCloseTo((float) (0.5 * peak), within(1f));
    assertThat(image.get(50, 47)).isCloseTo((float) (0.5 * peak), within(1f));
  }

  @Test
  void twoImagesOfAStripShowTheSame() {
    StripImage upper = new StripImage(120, 60, 1050);
    LightModel.of(GALAXY, PSF).paint(upper, X, ROW, FLUX);
    StripImage whole = paint(GALAXY);
    for (int j = 0; j < upper.height(); j++) {
      for (int i = 0; i < upper.width(); i++) {
        assertThat(upper.get(i, j)).isEqualTo(whole.get(i, j + 50));
      }
    }
  }

  @Test
  void theDiscIsExponential() {
    double centre = surfaceBrightness(Profile.EXPONENTIAL, 1) / Math.exp(-1.67835);
    for (double r : new double[] {0.5, 1.5, 2, 2.5, 3}) {
      assertThat(surfaceBrightness(Profile.EXPONENTIAL, r) / centre)
          .as("r = %s", r)
          .isCloseTo(Math.exp(-1.67835 * r), Percentage.withPercentage(3));
    }
  }

  @Test
  void theEllipticalGalaxyIsNearDeVaucouleurs() {
    double atOne = surfaceBrightness(Profile.DE_VAUCOULEURS, 1);
    for (double r : new double[] {0.2, 0.5, 2, 3}) {
      double expected = Math.exp(-7.66925 * (Math.pow(r, 0.25) - 1));
      assertThat(surfaceBrightness(Profile.DE_VAUCOULEURS, r) / atOne)
          .as("r = %s", r)
          .isCloseTo(expected, Percentage.withPercentage(25));
    }
  }

  private static double surfaceBrightness(Profile profile, double r) {
    double sum = 0;
    for (int i = 0; i < profile.size(); i++) {
      double variance = profile.width(i) * profile.width(i);
      sum += profile.weight(i) / (2 * Math.PI * variance) * Math.exp(-0.5 * r * r / variance);
    }
    return sum;
  }

  private static StripImage paint(Source source) {
    StripImage image = new StripImage(120, 120, 1000);
    LightModel.of(source, PSF).paint(image, X, ROW, FLUX);
    return image;
  }

  private static Source galaxy(Profile profile, double radius, double axisRatio, double theta) {
    return new Source(1, profile, X, ROW, null, radius, axisRatio, theta);
  }
}
