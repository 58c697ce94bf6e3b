package org.kiramr.sep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BackgroundTest {
  private static final int SIZE = 128;

  @Test
  void levelAndRmsOfNoiseAreThoseItWasMadeOf() {
    try (SepImage image = new SepImage()) {
      image.setPixels(TestImages.stars(SIZE, SIZE, 5, 7), SIZE, SIZE);
      try (Background background = Background.estimate(image, BackgroundParameters.DEFAULT)) {
        assertThat(background.global()).isCloseTo(100f, within(0.2f));
        assertThat(background.globalRms()).isCloseTo(1f, within(0.1f));
        assertThat(background.levelAt(64, 64))
            .isCloseTo(background.level()[64 * SIZE + 64], within(0.1f));
        assertThat(TestImages.widen(background.level())).isEqualTo(background.levelAsDouble());
        assertThat(TestImages.widen(background.rms())).isEqualTo(background.rmsAsDouble());
      }
    }
  }

  @Test
  void subtractionTakesTheMapFromThePixels() {
    float[] pixels = TestImages.stars(SIZE, SIZE, 5, 8);
    try (SepImage image = new SepImage()) {
      image.setPixels(pixels, SIZE, SIZE);
      try (Background background = Background.estimate(image, BackgroundParameters.DEFAULT)) {
        float[] level = background.level();
        float[] left = new float[pixels.length];
        background.subtractFrom(image);
        image.readPixels(left);
        for (int i = 0; i < pixels.length; i++) {
          assertThat(left[i]).isEqualTo(pixels[i] - level[i]);
        }

        image.setPixels(TestImages.widen(pixels), SIZE, SIZE);
        double[] leftAsDouble = new double[pixels.length];
        background.subtractFrom(image);
        image.readPixels(leftAsDouble);
        for (int i = 0; i < pixels.length; i++) {
          assertThat(leftAsDouble[i]).isEqualTo((double) pixels[i] - (double) level[i]);
        }
      }
    }
  }

  @Test
  void maskedPixelsDoNotCount() {
    float[] pixels = TestImages.flat(36, 0.25f);
    byte[] mask = new byte[36];
    for (int hot : new int[] {7, 10, 25, 28}) {
      pixels[hot] = 1;
      mask[hot] = 5;
    }
    BackgroundParameters boxes = new BackgroundParameters(3, 3, 1, 1, 0);
    try (SepImage image = new SepImage()) {
      image.setPixels(pixels, 6, 6);
      try (Background background = Background.estimate(image, boxes)) {
        assertThat(furthest(background.level(), 0.25f)).isGreaterThan(0.01f);
      }
      image.setMask(mask, 4);
      try (Background background = Background.estimate(image, boxes)) {
        assertThat(furthest(background.level(), 0.25f)).isLessThan(1e-6f);
        assertThat(background.global()).isEqualTo(0.25f);
      }
      // 5 is not above 5: nothing is masked.
      image.setMask(mask, 5);
      try (Background background = Background.estimate(image, boxes)) {
        assertThat(furthest(background.level(), 0.25f)).isGreaterThan(0.01f);
      }
    }
  }

  /** Largest difference of a pixel from a value; splines round. */
  private static float furthest(float[] map, float value) {
    float furthest = 0;
    for (float pixel : map) {
      furthest = Math.max(furthest, Math.abs(pixel - value));
    }
    return furthest;
  }

  @Test
  void nansDoNotCount() {
    float[] pixels = TestImages.flat(100, 3);
    pixels[42] = Float.NaN;
    try (SepImage image = new SepImage()) {
      image.setPixels(pixels, 10, 10);
      try (Background background = Background.estimate(image, BackgroundParameters.DEFAULT)) {
        assertThat(background.global()).isEqualTo(3f);
      }
    }
  }

  @Test
  void oneBoxAndFilterLargerThanTheImageWork() {
    try (SepImage image = new SepImage()) {
      image.setPixels(TestImages.flat(6, 2), 3, 2);
      BackgroundParameters large = new BackgroundParameters(1000, 1000, 9, 9, 0.5);
      try (Background background = Background.estimate(image, large)) {
        assertThat(background.level()).isEqualTo(TestImages.flat(6, 2));
      }
    }
  }

  @Test
  void parametersOutOfRangeAreRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BackgroundParameters(0, 64, 3, 3, 0))
        .withMessage("background box width must be positive: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BackgroundParameters(64, 64, 3, -1, 0))
        .withMessage("background filter height must be positive: -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BackgroundParameters(65536, 65536, 3, 3, 0))
        .withMessage("background box of 65536 x 65536 is too large");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BackgroundParameters(64, 64, 3, 3, Double.NaN));
  }

  @Test
  void wrongSizesPixelsOutsideAndUseAfterCloseAreRejected() {
    try (SepImage image = new SepImage()) {
      image.setPixels(TestImages.flat(12, 1), 4, 3);
      Background background = Background.estimate(image, BackgroundParameters.DEFAULT);
      assertThatIllegalArgumentException().isThrownBy(() -> background.levelAt(4, 0));
      assertThatIllegalArgumentException().isThrownBy(() -> background.levelAt(0, -1));
      image.setPixels(TestImages.flat(12, 1), 3, 4);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> background.subtractFrom(image))
          .withMessage("the background is of 4 x 3 pixels, the image of 3 x 4");
      background.close();
      background.close();
      assertThatIllegalStateException()
          .isThrownBy(background::global)
          .withMessage("the background is closed");
      assertThatIllegalStateException().isThrownBy(background::level);
      assertThatIllegalStateException().isThrownBy(() -> background.subtractFrom(image));
    }
  }
}
