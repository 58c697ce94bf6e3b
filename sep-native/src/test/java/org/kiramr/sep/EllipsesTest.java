package org.kiramr.sep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EllipsesTest {
  @Test
  void axesSurviveTheWayThereAndBack() {
    EllipseAxes axes =
        new EllipseAxes(
            new double[] {3, 2, 5}, new double[] {1, 1.5, 4.5}, new double[] {0.3, -1.2, 1.5});
    EllipseAxes back = Ellipses.axes(Ellipses.coefficients(axes));
    for (int i = 0; i < axes.size(); i++) {
      assertThat(back.a()[i]).isCloseTo(axes.a()[i], within(1e-9));
      assertThat(back.b()[i]).isCloseTo(axes.b()[i], within(1e-9));
      assertThat(back.theta()[i]).isCloseTo(axes.theta()[i], within(1e-9));
    }
  }

  @Test
  void whatIsNoEllipseIsNamed() {
    EllipseCoefficients hyperbola =
        new EllipseCoefficients(new double[] {1, 1}, new double[] {1, 1}, new double[] {0, 3});
    SepException e = catchThrowableOfType(SepException.class, () -> Ellipses.axes(hyperbola));
    assertThat(e.status()).isEqualTo(5);
    assertThat(e)
        .hasMessage("ellipse axes of source 1: parameters do not describe ellipse (SEP status 5)");
  }

  @Test
  void masksAreDrawnInPlace() {
    byte[] mask = new byte[20 * 10];
    mask[0] = 7;
    EllipseCoefficients circle =
        new EllipseCoefficients(new double[] {1, 1}, new double[] {1, 1}, new double[] {0, 0});
    Ellipses.mask(mask, 20, 10, new double[] {5, 19}, new double[] {4, 9}, circle, 2, (byte) 3);
    int set = 0;
    for (int i = 0; i < mask.length; i++) {
      int dx = i % 20 - 5;
      int dy = i / 20 - 4;
      if (dx * dx + dy * dy <= 4) {
        assertThat(mask[i]).isEqualTo((byte) 3);
      }
      set += mask[i] == 3 ? 1 : 0;
    }
    assertThat(mask[0]).isEqualTo((byte) 7);
    // 13 pixels of the first, and the 6 of the second that lie in the image.
    assertThat(set).isEqualTo(19);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Ellipses.mask(mask, 20, 11, new double[2], new double[2], circle, 2, (byte) 3));
  }
}
