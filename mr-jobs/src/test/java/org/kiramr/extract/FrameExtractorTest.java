package org.kiramr.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiramr.catalog.CanonicalRows;
import org.kiramr.catalog.FrameCatalog;
import org.kiramr.fits.Frame;
import org.kiramr.fits.RejectStage;
import org.kiramr.sep.BackgroundParameters;
import org.kiramr.sep.Kernel;

/**
 * One frame through the real libsep: pixels that are no image are rejects, and cost the next frame
 * nothing.
 */
class FrameExtractorTest {
  private static final int SIDE = 128;

  private final FrameExtractor extractor = new FrameExtractor(TestFrame.reference(false));

  @AfterEach
  void close() {
    extractor.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"random bits", "byte-swapped", "near the largest float"})
  void garbageIsARejectOrACatalogueButNoFailure(String kind) throws Exception {
    byte[] before = rows(extractor.extract(frame(sky(1))));

    try {
      extractor.extract(frame(garbage(kind)));
    } catch (FrameRejectedException e) {
      assertThat(e.reject().reason()).isNotBlank();
    }

    assertThat(rows(extractor.extract(frame(sky(1))))).isEqualTo(before);
  }

  @Test
  void aBackgroundThatIsNotFiniteIsNamed() throws Exception {
    float[] pixels = new float[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % 2 == 0 ? Float.MAX_VALUE : -Float.MAX_VALUE;
    }
    FrameRejectedException rejected =
        catchThrowableOfType(FrameRejectedException.class, () -> extractor.extract(frame(pixels)));
    assertThat(rejected.reject().stage()).isEqualTo(RejectStage.BACKGROUND);
    assertThat(rejected.reject().reason()).contains("not finite");
  }

  @Test
  void anOverflowOfSepsBuffersIsTriedAgainWithLargerOnes() throws Exception {
    ExtractParameters crowded =
        new ExtractParameters(
            BackgroundParameters.DEFAULT,
            0.2,
            1,
            Kernel.NONE,
            32,
            0.0,
            0,
            List.of(5.0),
            5,
            6,
            2.5,
            1,
            false);
    try (FrameExtractor patient = new FrameExtractor(crowded)) {
      FrameCatalog catalog = patient.extract(noise(320));
      assertThat(patient.times().retries()).isPositive();
      assertThat(catalog.rows()).isPositive();
    }
  }

  @Test
  void aFrameWithoutSourcesHasNoRows() throws Exception {
    assertThat(extractor.extract(frame(new float[SIDE * SIDE])).rows()).isZero();
  }

  @Test
  void theBackgroundIsSubtractedInPlace() throws Exception {
    float[] pixels = sky(3);
    Frame frame = frame(pixels);
    FrameCatalog catalog = extractor.extract(frame);
    float level = catalog.frame().backgroundMean();
    assertThat(frame.floatPixels().get(0)).isCloseTo(pixels[0] - level, within(5f));
  }

  private static byte[] rows(FrameCatalog catalog) {
    return new CanonicalRows().format(catalog).toByteArray();
  }

  private static float[] garbage(String kind) {
    Random random = new Random(7);
    float[] pixels = sky(2);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] =
          switch (kind) {
            case "random bits" -> finite(Float.intBitsToFloat(random.nextInt()));
            case "byte-swapped" ->
                finite(Float.intBitsToFloat(Integer.reverseBytes(Float.floatToIntBits(pixels[i]))));
            default -> pixels[i] * 1e36f;
          };
    }
    return pixels;
  }

  /** The reader has masked what is not finite. */
  private static float finite(float value) {
    return Float.isFinite(value) ? value : 0;
  }

  private static float[] sky(long seed) {
    Random random = new Random(seed);
    float[] pixels = new float[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      double r2 = Math.pow(i % SIDE - 40, 2) + Math.pow(i / SIDE - 70, 2);
      pixels[i] = (float) (100 + 5 * random.nextGaussian() + 800 * Math.exp(-r2 / 5));
    }
    return pixels;
  }

  private static Frame noise(int side) throws Exception {
    Random random = new Random(11);
    float[] pixels = new float[side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextGaussian();
    }
    return frame(pixels, side);
  }

  private static Frame frame(float[] pixels) throws Exception {
    return frame(pixels, SIDE);
  }

  private static Frame frame(float[] pixels, int side) throws Exception {
    return TestFrame.of(pixels, side);
  }
}
