package org.kiramr.sep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExtractorTest {
  private static final int SIZE = 64;
  private static final ExtractionParameters ABSOLUTE =
      ExtractionParameters.builder().threshold(3, ThresholdType.ABSOLUTE).build();

  private final SepImage image = new SepImage();

  @AfterEach
  void close() {
    image.close();
  }

  private void setStars(double... xyPeak) {
    float[] pixels = new float[SIZE * SIZE];
    for (int i = 0; i < xyPeak.length; i += 3) {
      TestImages.addStar(pixels, SIZE, SIZE, xyPeak[i], xyPeak[i + 1], xyPeak[i + 2]);
    }
    image.setPixels(pixels, SIZE, SIZE);
  }

  @Test
  void aStarIsFoundWhereItIs() {
    setStars(20.25, 40.75, 500);
    Detections found = Extractor.extract(image, ABSOLUTE);
    assertThat(found.size()).isEqualTo(1);
    assertThat(found.x()[0]).isCloseTo(20.25, within(0.01));
    assertThat(found.y()[0]).isCloseTo(40.75, within(0.01));
    assertThat(found.a()[0]).isCloseTo(1.5f, within(0.2f));
    assertThat(found.xpeak()[0]).isEqualTo(20);
    assertThat(found.ypeak()[0]).isEqualTo(41);
    assertThat(found.thresh()[0]).isEqualTo(3f);
    assertThat(found.flag()[0]).isZero();
    assertThat(found.flux()[0]).isCloseTo((float) (500 * 2 * Math.PI * 2.25), within(150f));
  }

  @Test
  void nothingFoundIsNoError() {
    image.setPixels(new float[SIZE * SIZE], SIZE, SIZE);
    Segmentation found = Extractor.extractWithSegmentation(image, ABSOLUTE);
    Detections none = found.detections();
    assertThat(none.size()).isZero();
    assertThat(none.x()).isEmpty();
    assertThat(none.npix()).isEmpty();
    assertThat(none.flag()).isEmpty();
    assertThat(none.a()).isEmpty();
    assertThat(none.axes().size()).isZero();
    assertThat(found.map()).containsOnly(0);
    assertThat(Photometry.of(image).circles(none.x(), none.y(), 5, ApertureOptions.DEFAULT).size())
        .isZero();
  }

  @Test
  void floatAndDoublePixelsGiveTheSameRows() {
    float[] pixels = TestImages.stars(SIZE, SIZE, 6, 3);
    ExtractionParameters parameters =
        ABSOLUTE.toBuilder().threshold(104, ThresholdType.ABSOLUTE).build();
    image.setPixels(pixels, SIZE, SIZE);
    String rows = Rows.of(Extractor.extract(image, parameters));
    image.setPixels(TestImages.widen(pixels), SIZE, SIZE);
    assertThat(Rows.of(Extractor.extract(image, parameters))).isEqualTo(rows);
  }

  @Test
  void relativeThresholdsNeedNoise() {
    setStars(30, 30, 100);
    SepException e =
        catchThrowableOfType(
            SepException.class, () -> Extractor.extract(image, ExtractionParameters.DEFAULT));
    assertThat(e.status()).isEqualTo(9);
    assertThat(e.operation()).isEqualTo("extraction");
    assertThat(e)
        .hasMessageContaining("extraction: relative threshold but image has noise_type of NONE")
        .hasMessageContaining("SEP status 9");
  }

  /** Without a kernel: with one, SEP filters the noise too, and treats edges differently. */
  @Test
  void scalarArrayDeviationAndVarianceMeanTheSame() {
    setStars(20, 20, 300, 45, 30, 80);
    ExtractionParameters relative =
        ExtractionParameters.builder()
            .threshold(1.5f, ThresholdType.RELATIVE)
            .filter(Kernel.NONE, FilterType.CONVOLUTION)
            .build();
    image.setNoise(2, NoiseType.STDDEV);
    String rows = Rows.of(Extractor.extract(image, relative));
    image.setNoise(4, NoiseType.VARIANCE);
    assertThat(Rows.of(Extractor.extract(image, relative))).isEqualTo(rows);
    image.setNoise(TestImages.flat(SIZE * SIZE, 2), NoiseType.STDDEV);
    assertThat(Rows.of(Extractor.extract(image, relative))).isEqualTo(rows);
    image.setNoise(TestImages.flat(SIZE * SIZE, 4), NoiseType.VARIANCE);
    assertThat(Rows.of(Extractor.extract(image, relative))).isEqualTo(rows);
    image.clearNoise();
    ExtractionParameters absolute =
        relative.toBuilder().threshold(3, ThresholdType.ABSOLUTE).build();
    Detections found = Extractor.extract(image, absolute);
    assertThat(found.size()).isEqualTo(2);
    assertThat(Rows.of(found)).isEqualTo(rows);
  }

  @Test
  void maskedSourcesAreNotFound() {
    setStars(20, 20, 300, 45, 50, 300);
    byte[] mask = new byte[SIZE * SIZE];
    Arrays.fill(mask, SIZE * SIZE / 2, mask.length, (byte) 1);
    image.setMask(mask, 0);
    Detections found = Extractor.extract(image, ABSOLUTE);
    assertThat(found.size()).isEqualTo(1);
    assertThat(found.y()[0]).isCloseTo(20, within(0.1));
    image.clearMask();
    assertThat(Extractor.extract(image, ABSOLUTE).size()).isEqualTo(2);
  }

  @Test
  void directBuffersAreWorkedOnWhereTheyAre() {
    float[] pixels = TestImages.stars(SIZE, SIZE, 5, 1);
    byte[] mask = new byte[SIZE * SIZE];
    Arrays.fill(mask, SIZE * SIZE / 2, mask.length, (byte) 1);
    image.setPixels(pixels, SIZE, SIZE);
    image.setMask(mask, 0);
    String rows = subtractAndExtract();
    FloatBuffer direct =
        ByteBuffer.allocateDirect((pixels.length + 1) * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer()
            .position(1);
    direct.put(1, pixels, 0, pixels.length);
    image.setPixels(direct, SIZE, SIZE);
    image.setMask(ByteBuffer.allocateDirect(mask.length).put(0, mask), 0);
    assertThat(subtractAndExtract()).isEqualTo(rows);
    float[] subtracted = new float[pixels.length];
    image.readPixels(subtracted);
    assertThat(direct.get(1)).isEqualTo(subtracted[0]).isNotEqualTo(pixels[0]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> image.setPixels(FloatBuffer.wrap(pixels), SIZE, SIZE))
        .withMessageContaining("direct");
  }

  private String subtractAndExtract() {
    try (Background background = Background.estimate(image, BackgroundParameters.DEFAULT)) {
      background.subtractFrom(image);
    }
    return Rows.of(Extractor.extract(image, ABSOLUTE));
  }

  @Test
  void theMatchedFilterDiscountsNoisyPixels() {
    float[] pixels = new float[400];
    float[] noise = TestImages.flat(400, 1);
    pixels[17 * 20 + 3] = 100;
    noise[17 * 20 + 3] = 100;
    pixels[3 * 20 + 17] = 10;
    image.setPixels(pixels, 20, 20);
    image.setNoise(noise, NoiseType.STDDEV);
    ExtractionParameters matched =
        ExtractionParameters.builder()
            .threshold(2, ThresholdType.RELATIVE)
            .minimumArea(1)
            .filter(Kernel.DEFAULT, FilterType.MATCHED)
            .build();
    Detections found = Extractor.extract(image, matched);
    assertThat(found.size()).isEqualTo(1);
    assertThat(found.x()[0]).isCloseTo(17, within(1e-6));
    assertThat(found.y()[0]).isCloseTo(3, within(1e-6));
  }

  @Test
  void theKernelShapesWhatIsDetected() {
    float[] pixels = new float[400];
    pixels[210] = 16;
    image.setPixels(pixels, 20, 20);
    ExtractionParameters any =
        ExtractionParameters.builder()
            .threshold(0.5f, ThresholdType.ABSOLUTE)
            .minimumArea(1)
            .build();
    Kernel row = Kernel.of(new float[] {1, 1, 1, 1, 1}, 5, 1);
    Detections wide =
        Extractor.extract(image, any.toBuilder().filter(row, FilterType.CONVOLUTION).build());
    assertThat(wide.npix()).isEqualTo(new int[] {5});
    assertThat(wide.ymin()).isEqualTo(wide.ymax());
    Kernel column = Kernel.of(new float[] {1, 1, 1}, 1, 3);
    Detections tall =
        Extractor.extract(image, any.toBuilder().filter(column, FilterType.CONVOLUTION).build());
    assertThat(tall.npix()).isEqualTo(new int[] {3});
    assertThat(tall.xmin()).isEqualTo(tall.xmax());
    Detections bare =
        Extractor.extract(
            image, any.toBuilder().filter(Kernel.NONE, FilterType.CONVOLUTION).build());
    assertThat(bare.npix()).isEqualTo(new int[] {1});
    assertThat(Extractor.extract(image, any).npix()).isEqualTo(new int[] {9});
  }

  @Test
  void deblendingPartsNeighboursAndMinimumAreaDropsSmallOnes() {
    setStars(30, 30, 400, 36, 30, 300);
    Detections parted = Extractor.extract(image, ABSOLUTE);
    assertThat(parted.size()).isEqualTo(2);
    assertThat(parted.flag()[0] & SepFlags.OBJECT_MERGED).isNotZero();
    ExtractionParameters whole = ABSOLUTE.toBuilder().deblend(32, 1).build();
    assertThat(Extractor.extract(image, whole).size()).isEqualTo(1);
    ExtractionParameters large = whole.toBuilder().minimumArea(2000).build();
    assertThat(Extractor.extract(image, large).size()).isZero();
    // One level is none: it must neither fail nor deblend.
    ExtractionParameters oneLevel = ABSOLUTE.toBuilder().deblend(1, 0.005).build();
    assertThat(Extractor.extract(image, oneLevel).size()).isEqualTo(1);
  }

  @Test
  void cleaningRemovesWhatABrightNeighbourExplains() {
    float[] pixels = new float[SIZE * SIZE];
    for (int i = 0; i < pixels.length; i++) {
      int row = i / SIZE;
      double d2 = Math.pow(i % SIZE - 32, 2) + Math.pow(row - 32, 2);
      pixels[i] = (float) (500 / Math.pow(1 + d2 / 4, 1.5));
    }
    // Above the threshold only for the wing they stand on.
    TestImages.addStar(pixels, SIZE, SIZE, 52, 32, 0.9);
    TestImages.addStar(pixels, SIZE, SIZE, 32, 12, 0.9);
    image.setPixels(pixels, SIZE, SIZE);
    ExtractionParameters cleaned =
        ExtractionParameters.builder().threshold(1, ThresholdType.ABSOLUTE).clean(1.0).build();
    assertThat(Extractor.extract(image, cleaned).size()).isEqualTo(1);
    assertThat(Extractor.extract(image, cleaned.toBuilder().noCleaning().build()).size())
        .isEqualTo(3);
  }

  @Test
  void theSegmentationMapHasEachDetectionsPixels() {
    image.setPixels(TestImages.stars(SIZE, SIZE, 12, 11), SIZE, SIZE);
    Segmentation found =
        Extractor.extractWithSegmentation(
            image, ABSOLUTE.toBuilder().threshold(103, ThresholdType.ABSOLUTE).build());
    Detections detections = found.detections();
    assertThat(detections.size()).isGreaterThan(5);
    int[] counts = new int[detections.size() + 1];
    for (int source : found.map()) {
      counts[source]++;
    }
    for (int i = 0; i < detections.size(); i++) {
      assertThat(counts[i + 1]).isEqualTo(detections.npix()[i]);
      int peak = detections.ypeak()[i] * SIZE + detections.xpeak()[i];
      assertThat(found.map()[peak]).isEqualTo(i + 1);
    }
  }

  @Test
  void aSegmentationMapForPhotometryDoesNotChangeDetection() {
    setStars(20, 20, 300, 45, 50, 300);
    Segmentation found = Extractor.extractWithSegmentation(image, ABSOLUTE);
    image.setSegmentation(found.map());
    assertThat(Rows.of(Extractor.extract(image, ABSOLUTE))).isEqualTo(Rows.of(found.detections()));
  }

  @Test
  void imagesSmallerThanTheKernelWork() {
    ExtractionParameters any =
        ABSOLUTE.toBuilder()
            .minimumArea(1)
            .filter(Kernel.of(TestImages.flat(81, 1), 9, 9), FilterType.CONVOLUTION)
            .build();
    image.setPixels(new float[] {900}, 1, 1);
    assertThat(Extractor.extract(image, any).npix()).isEqualTo(new int[] {1});
    image.setPixels(TestImages.flat(7, 900), 7, 1);
    assertThat(Extractor.extract(image, any).npix()).isEqualTo(new int[] {7});
    image.setPixels(TestImages.flat(7, 900), 1, 7);
    assertThat(Extractor.extract(image, any).npix()).isEqualTo(new int[] {7});
  }

  @Test
  void parametersOutOfRangeAreRejected() {
    ExtractionParameters.Builder builder = ExtractionParameters.builder();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.minimumArea(0).build())
        .withMessage("minimum area must be positive: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ABSOLUTE.toBuilder().deblend(0, 0.5).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ABSOLUTE.toBuilder().deblend(32, 1.5).build());
    assertThatIllegalArgumentException().isThrownBy(() -> ABSOLUTE.toBuilder().clean(0).build());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ABSOLUTE.toBuilder().threshold(Float.NaN, ThresholdType.ABSOLUTE).build());
    assertThatIllegalArgumentException().isThrownBy(() -> Kernel.of(new float[3], 3, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Kernel.of(new float[] {1, 2}, 3, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kernel.of(new float[] {1, Float.NaN}, 2, 1));
  }
}
