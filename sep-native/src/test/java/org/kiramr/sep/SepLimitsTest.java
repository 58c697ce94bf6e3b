package org.kiramr.sep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kiramr.sep.jna.NativeLimits;

/**
 * SEP's limits, and what it does beyond them. They belong to the process: lowered past the API, put
 * back after each test, in a JVM that runs one test at a time.
 */
class SepLimitsTest {
  private static final int SIZE = 64;
  private static final ExtractionParameters LOW =
      ExtractionParameters.builder().threshold(1, ThresholdType.ABSOLUTE).build();

  private final long pixelStack = SepLimits.pixelStack();
  private final int subObjects = SepLimits.subObjectLimit();

  @AfterEach
  void putBack() {
    NativeLimits.setPixelStack(pixelStack);
    NativeLimits.setSubObjectLimit(subObjects);
  }

  @Test
  void otherLimitsAreForOneWorkOnly() throws Exception {
    String seen =
        SepLimits.with(
            5000, 77, () -> NativeLimits.pixelStack() + " " + NativeLimits.subObjectLimit());
    assertThat(seen).isEqualTo("5000 77");
    assertThat(SepLimits.pixelStack()).isEqualTo(pixelStack);
    assertThat(SepLimits.subObjectLimit()).isEqualTo(subObjects);
    assertThatThrownBy(
            () ->
                SepLimits.with(
                    5000,
                    77,
                    () -> {
                      throw new IllegalStateException("work");
                    }))
        .hasMessage("work");
    assertThat(SepLimits.pixelStack()).isEqualTo(pixelStack);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SepLimits.with(SepLimits.MAX_PIXEL_STACK + 1, 1024, () -> null));
  }

  @Test
  void whatOthersExtractSeesTheOldLimits() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Long> limit =
          SepLimits.with(5000, 77, () -> other.submit(() -> SepLimits.pixelStack()));
      assertThat(limit.get()).isEqualTo(pixelStack);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void aFullPixelStackIsToldAndARaisedOneGivesTheRows() {
    try (SepImage image = new SepImage()) {
      image.setPixels(TestImages.flat(SIZE * SIZE, 10), SIZE, SIZE);
      String rows = Rows.of(Extractor.extract(image, LOW));
      NativeLimits.setPixelStack(500);
      SepException e =
          catchThrowableOfType(SepException.class, () -> Extractor.extract(image, LOW));
      assertThat(e.status()).isEqualTo(SepException.PIXEL_STACK_FULL);
      assertThat(e.operation()).isEqualTo("extraction");
      assertThat(e.detail()).contains("limit of 500 active object pixels");
      assertThat(e)
          .hasMessageStartingWith("extraction: internal pixel buffer full (SEP status 2): ")
          .hasMessageEndingWith(e.detail());
      Detections found =
          SepLimits.with(SIZE * SIZE * 2L, subObjects, () -> Extractor.extract(image, LOW));
      assertThat(Rows.of(found)).isEqualTo(rows);
    }
  }

  @Test
  void aDeblendOverflowIsToldAndARaisedLimitGivesTheRows() {
    float[] pixels = new float[SIZE * SIZE];
    for (int i = 0; i < 9; i++) {
      int row = i / 3;
      TestImages.addStar(pixels, SIZE, SIZE, 20 + i % 3 * 7, 20 + row * 7, 300 + 10 * i);
    }
    try (SepImage image = new SepImage()) {
      image.setPixels(pixels, SIZE, SIZE);
      Detections parted = Extractor.extract(image, LOW);
      assertThat(parted.size()).isEqualTo(9);
      NativeLimits.setSubObjectLimit(2);
      SepException e =
          catchThrowableOfType(SepException.class, () -> Extractor.extract(image, LOW));
      assertThat(e.status()).isEqualTo(SepException.DEBLEND_OVERFLOW);
      assertThat(e.detail()).contains("limit of sub-objects reached");
      Detections found =
          SepLimits.with(pixelStack, subObjects, () -> Extractor.extract(image, LOW));
      assertThat(Rows.of(found)).isEqualTo(Rows.of(parted));
    }
  }

  /** The detail is SEP's note on this failure, not one that an earlier failure left behind. */
  @Test
  void detailsAreNotLeftForTheNextFailure() {
    try (SepImage image = new SepImage()) {
      image.setPixels(TestImages.flat(SIZE * SIZE, 10), SIZE, SIZE);
      NativeLimits.setPixelStack(500);
      assertThat(catchThrowableOfType(SepException.class, () -> Extractor.extract(image, LOW)))
          .isNotNull();
      NativeLimits.setPixelStack(pixelStack);
      SepException other =
          catchThrowableOfType(
              SepException.class, () -> Extractor.extract(image, ExtractionParameters.DEFAULT));
      assertThat(other.detail()).isEmpty();
    }
  }
}
