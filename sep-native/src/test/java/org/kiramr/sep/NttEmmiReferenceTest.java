package org.kiramr.sep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The NTT/EMMI image that SEP is checked against SExtractor with. Tolerances are those of SEP's own
 * test.py (test_vs_sextractor): 1e-5 relative for the background, 1e-4 relative for its RMS, at
 * every pixel.
 */
class NttEmmiReferenceTest {
  @Test
  void backgroundAndRmsAreSExtractors() throws IOException {
    ReferenceFits fits = ReferenceFits.read("image.fits");
    float[] level;
    float[] rms;
    try (SepImage image = new SepImage()) {
      image.setPixels(fits.pixels, fits.width, fits.height);
      try (Background background = Background.estimate(image, BackgroundParameters.DEFAULT)) {
        level = background.level();
        rms = background.rms();
      }
    }
    assertClose(level, ReferenceFits.read("back.fits").pixels, 1e-5);
    assertClose(rms, ReferenceFits.read("rms.fits").pixels, 1e-4);
  }

  /**
   * What test.py says of the catalogue without deblending: 4 truncated apertures, none with masked
   * pixels.
   */
  @Test
  void aperturesTouchTheEdgesAsSepsOwnTestSays() throws IOException {
    ReferenceFits fits = ReferenceFits.read("image.fits");
    try (SepImage image = new SepImage()) {
      image.setPixels(fits.pixels, fits.width, fits.height);
      float rms;
      try (Background background = Background.estimate(image, BackgroundParameters.DEFAULT)) {
        background.subtractFrom(image);
        rms = background.globalRms();
      }
      image.setNoise(rms, NoiseType.STDDEV);
      Detections found =
          Extractor.extract(image, ExtractionParameters.builder().deblend(32, 1.0).build());
      ApertureSums sums =
          Photometry.of(image).circles(found.x(), found.y(), 5, ApertureOptions.DEFAULT);
      int truncated = 0;
      int masked = 0;
      for (short flag : sums.flag()) {
        truncated += (flag & SepFlags.APERTURE_TRUNCATED) != 0 ? 1 : 0;
        masked += (flag & SepFlags.APERTURE_HAS_MASKED) != 0 ? 1 : 0;
      }
      assertThat(truncated).isEqualTo(4);
      assertThat(masked).isZero();
    }
  }

  private static void assertClose(float[] actual, float[] expected, double relative) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat((double) actual[i])
          .as("pixel %s", i)
          .isCloseTo(expected[i], within(relative * Math.abs(expected[i])));
    }
  }
}
