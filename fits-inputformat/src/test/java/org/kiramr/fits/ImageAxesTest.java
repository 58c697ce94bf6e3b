package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ImageAxesTest {

  @Test
  void axesOfLengthOneBeyondTheSecondAreNone() {
    assertThat(new ImageAxes(100, 50).isCube()).isFalse();
    assertThat(new ImageAxes(100, 50, 1, 1).isCube()).isFalse();
    ImageAxes cube = new ImageAxes(100, 50, 1, 3);
    assertThat(cube.isCube()).isTrue();
    assertThat(cube.planes()).isEqualTo(3);
    assertThat(cube.planePixels()).isEqualTo(5000);
  }

  @Test
  void theFirstTwoAxesStay() {
    ImageAxes thin = new ImageAxes(1, 100, 90);
    assertThat(thin.width()).isEqualTo(1);
    assertThat(thin.height()).isEqualTo(100);
    assertThat(thin.planes()).isEqualTo(90);
    assertThat(new ImageAxes(1, 1, 1).isCube()).isFalse();
  }

  @Test
  void sectionsCountTheThirdAxisFastest() {
    ImageAxes axes = new ImageAxes(9, 9, 12, 1, 2);
    assertThat(axes.section(1)).isEqualTo("[*,*,01:01,1:1,1:1]");
    assertThat(axes.section(12)).isEqualTo("[*,*,12:12,1:1,1:1]");
    assertThat(axes.section(13)).isEqualTo("[*,*,01:01,1:1,2:2]");
    assertThat(axes.section(24)).isEqualTo("[*,*,12:12,1:1,2:2]");
  }

  @Test
  void aPlaneIsNamedAsCfitsioNamesIt() {
    String name = PlaneName.of("a/b[1].fits", 2, new ImageAxes(9, 9, 3).section(3));
    assertThat(name).isEqualTo("a/b[1].fits[2][*,*,3:3]");
    assertThat(PlaneName.section(name)).isEqualTo("[*,*,3:3]");
    assertThat(PlaneName.file(name)).isEqualTo("a/b[1].fits");
    assertThat(PlaneName.file("a/b.fits[2]")).isEqualTo("a/b.fits[2]");
    assertThat(PlaneName.section("a/b[1].fits")).isEmpty();
    assertThat(PlaneName.section("a/b.fits[2]")).isEmpty();
  }

  @Test
  void oneAxisIsNoImage() {
    assertThatThrownBy(() -> new ImageAxes(5)).isInstanceOf(IllegalArgumentException.class);
  }
}
