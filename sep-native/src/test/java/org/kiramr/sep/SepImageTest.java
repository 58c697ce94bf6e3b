package org.kiramr.sep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SepImageTest {
  @Test
  void pixelsComeBackAsTheyWentIn() {
    float[] floats = TestImages.stars(31, 17, 2, 1);
    double[] doubles = TestImages.widen(floats);
    try (SepImage image = new SepImage()) {
      image.setPixels(floats, 31, 17);
      float[] floatsBack = new float[floats.length];
      image.readPixels(floatsBack);
      assertThat(floatsBack).isEqualTo(floats);
      assertThat(image.width()).isEqualTo(31);
      assertThat(image.height()).isEqualTo(17);

      image.setPixels(doubles, 17, 31);
      double[] doublesBack = new double[doubles.length];
      image.readPixels(doublesBack);
      assertThat(doublesBack).isEqualTo(doubles);
      assertThatIllegalStateException()
          .isThrownBy(() -> image.readPixels(floatsBack))
          .withMessageContaining("set as DOUBLE, not as FLOAT");
    }
  }

  @Test
  void memoryGrowsToTheLargestFrameAndStaysThere() {
    try (SepImage image = new SepImage()) {
      image.setPixels(new float[64], 8, 8);
      long small = image.nativeBytes();
      image.setPixels(new float[4096], 64, 64);
      long large = image.nativeBytes();
      image.setPixels(new float[64], 8, 8);
      assertThat(large).isGreaterThan(small);
      assertThat(image.nativeBytes()).isEqualTo(large);
    }
  }

  @Test
  void nothingOfTheFrameBeforeIsLeft() {
    float[] flat = TestImages.flat(400, 1);
    byte[] mask = new byte[400];
    Arrays.fill(mask, (byte) 1);
    double[] centre = {10};
    try (SepImage image = new SepImage()) {
      image.setPixels(flat, 20, 20);
      ApertureSums fresh = Photometry.of(image).circles(centre, centre, 3, ApertureOptions.DEFAULT);
      image.setMask(mask, 0);
      image.setNoise(flat, NoiseType.VARIANCE);
      image.setGain(2);
      image.setSegmentation(new int[400]);

      image.setPixels(flat, 20, 20);
      ApertureSums again = Photometry.of(image).circles(centre, centre, 3, ApertureOptions.DEFAULT);
      assertThat(again.sum()).isEqualTo(fresh.sum());
      assertThat(again.sumErr()).isEqualTo(new double[] {0});
      assertThat(again.flag()).isEqualTo(new short[] {0});
    }
  }

  @Test
  void lengthsThatDoNotFitAreRejected() {
    try (SepImage image = new SepImage()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> image.setPixels(new float[10], 3, 4))
          .withMessage("pixels has 10 values for an image of 3 x 4 pixels");
      // 65536 x 65536 is 0 in an int.
      assertThatIllegalArgumentException()
          .isThrownBy(() -> image.setPixels(new float[0], 65536, 65536));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> image.setPixels(new double[0], 0, 0))
          .withMessage("width must be positive: 0");
      assertThatIllegalArgumentException().isThrownBy(() -> image.setPixels(new float[4], -2, -2));
      image.setPixels(new float[12], 3, 4);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> image.setMask(new byte[11], 0))
          .withMessageStartingWith("mask has 11 values");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> image.setNoise(new float[13], NoiseType.STDDEV));
      assertThatIllegalArgumentException().isThrownBy(() -> image.setNoise(-1, NoiseType.STDDEV));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> image.setNoise(Double.NaN, NoiseType.STDDEV));
      assertThatIllegalArgumentException().isThrownBy(() -> image.setGain(-1));
      assertThatIllegalArgumentException().isThrownBy(() -> image.setSegmentation(new int[1]));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> image.setMask(new byte[12], Double.NaN));
    }
  }

  @Test
  void aFailedFrameLeavesNoPixels() {
    try (SepImage image = new SepImage()) {
      assertThatIllegalStateException()
          .isThrownBy(image::width)
          .withMessage("the image has no pixels yet");
      assertThatIllegalStateException().isThrownBy(() -> image.setNoise(1, NoiseType.STDDEV));
    }
  }

  @Test
  void aClosedImageIsRefused() {
    SepImage image = new SepImage();
    image.setPixels(new float[4], 2, 2);
    Photometry photometry = Photometry.of(image);
    image.close();
    image.close();
    double[] one = {1};
    assertThatIllegalStateException()
        .isThrownBy(() -> image.setPixels(new float[4], 2, 2))
        .withMessage("the image is closed");
    assertThatIllegalStateException().isThrownBy(() -> image.readPixels(new float[4]));
    assertThatIllegalStateException()
        .isThrownBy(() -> Extractor.extract(image, ExtractionParameters.DEFAULT));
    assertThatIllegalStateException()
        .isThrownBy(() -> Background.estimate(image, BackgroundParameters.DEFAULT));
    assertThatIllegalStateException()
        .isThrownBy(() -> photometry.circles(one, one, 1, ApertureOptions.DEFAULT));
  }

  @Test
  void aClearedImageHasNoPixelsAndCanBeginAgain() {
    try (SepImage image = new SepImage()) {
      image.setPixels(new float[6], 3, 2);
      image.clear();
      assertThatIllegalStateException()
          .isThrownBy(image::width)
          .withMessageContaining("no pixels yet");
      image.setPixels(new float[2], 2, 1);
      assertThat(image.width()).isEqualTo(2);
    }
  }
}
