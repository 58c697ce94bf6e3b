package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kiramr.fits.FitsBytes.card;
import static org.kiramr.fits.FitsBytes.gzip;
import static org.kiramr.fits.FitsBytes.read;
import static org.kiramr.fits.FrameArrays.floats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images with more than two axes. */
class CubeTest {
  private static final FrameReaderOptions ALL =
      FrameReaderOptions.defaults().withPlanes(PlaneSelection.of("all"));
  private static final String IMAGE = "dir/file.fits";

  /** A primary image of bytes 0, 1, 2, ... with these axes, and a plain image after it. */
  private static byte[] cube(int[] axes, String... more) {
    int n = Arrays.stream(axes).reduce(1, (a, b) -> a * b);
    byte[] data = new byte[n];
    for (int i = 0; i < n; i++) {
      data[i] = (byte) i;
    }
    return cube(axes, data, more);
  }

  private static byte[] cube(int[] axes, byte[] data, String... more) {
    List<String> cards = new ArrayList<>(List.of(card("SIMPLE", "T"), card("BITPIX", 8)));
    cards.add(card("NAXIS", axes.length));
    for (int i = 0; i < axes.length; i++) {
      cards.add(card("NAXIS" + (i + 1), axes[i]));
    }
    cards.addAll(List.of(more));
    return new FitsBytes()
        .header(cards.toArray(String[]::new))
        .data(data)
        .imageExtension(8, 2, 1)
        .data(new byte[] {77, 78})
        .bytes();
  }

  private static FitsBytes.Read planes(byte[] file, String list) {
    return read(file, file.length, ALL.withPlanes(PlaneSelection.of(list)));
  }

  @Test
  void degenerateAxesDropOut() {
    for (FrameReaderOptions options : List.of(ALL, FrameReaderOptions.defaults())) {
      byte[] file = cube(new int[] {3, 2, 1, 1});
      Frame frame = read(file, file.length, options).frames().get(0);
      assertThat(frame.id()).isEqualTo(new FrameId("file", "", IMAGE, 0));
      assertThat(frame.width()).isEqualTo(3);
      assertThat(frame.height()).isEqualTo(2);
      assertThat(floats(frame)).containsExactly(0, 1, 2, 3, 4, 5);
    }
  }

  @Test
  void aCubeNobodyAskedForSaysHowToAsk() {
    FitsBytes.Read read = read(cube(new int[] {3, 2, 4}));
    Reject reject = read.rejects().get(0);
    assertThat(reject.code()).isEqualTo(RejectCode.UNSUPPORTED_DIMENSIONS);
    assertThat(reject.image()).isEqualTo(IMAGE);
    assertThat(reject.reason()).contains("3 x 2 x 4", "4 planes", "--planes all");
    assertThat(read.frames()).extracting(frame -> frame.id().hdu()).containsExactly(1);
  }

  @Test
  void planesAreFramesOneAfterTheOther() {
    byte[] plain = cube(new int[] {3, 2, 2, 2});
    for (byte[] file : new byte[][] {plain, gzip(plain)}) {
      FitsBytes.Read read = planes(file, "all");
      assertThat(read.rejects()).isEmpty();
      assertThat(read.frames())
          .extracting(frame -> frame.id().image())
          .containsExactly(
              IMAGE + "[0][*,*,1:1,1:1]",
              IMAGE + "[0][*,*,2:2,1:1]",
              IMAGE + "[0][*,*,1:1,2:2]",
              IMAGE + "[0][*,*,2:2,2:2]",
              IMAGE);
      assertThat(read.frames())
          .extracting(frame -> frame.id().hdu())
          .containsExactly(0, 0, 0, 0, 1);
      assertThat(read.frames()).extracting(frame -> frame.id().field()).containsOnly("file");
      assertThat(floats(read.frames().get(2))).containsExactly(12, 13, 14, 15, 16, 17);
      assertThat(floats(read.frames().get(4))).containsExactly(77, 78);
      assertThat(read.frames().get(3).header().getIntValue("NAXIS")).isEqualTo(4);
      assertThat(read.summary().frames()).isEqualTo(5);
      assertThat(read.summary().image()).isEqualTo(IMAGE);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 6", "'4,1', 0 18", "2-3, 6 12"})
  void chosenPlanes(String list, String firstPixels) {
    FitsBytes.Read read = planes(cube(new int[] {3, 2, 4}), list);
    assertThat(read.rejects()).isEmpty();
    assertThat(read.frames())
        .extracting(frame -> Integer.toString((int) floats(frame)[0]))
        .containsExactly((firstPixels + " 77").split(" "));
  }

  @Test
  void planesThatDoNotExistAreNamed() {
    FitsBytes.Read read = planes(cube(new int[] {3, 2, 4}), "4-6");
    assertThat(read.frames()).hasSize(2);
    assertThat(read.codes()).containsExactly(RejectCode.NO_SUCH_PLANE);
    assertThat(read.rejects().get(0).image()).isEqualTo(IMAGE);
    assertThat(read.rejects().get(0).reason()).contains("planes 1 to 4", "not 5-6");
  }

  @Test
  void aMaskedPlaneLeavesTheOthersAlone() {
    FitsBytes.Read read =
        planes(cube(new int[] {2, 1, 3}, new byte[] {1, 2, 9, 9, 9, 4}, card("BLANK", 9)), "all");
    assertThat(read.frames()).hasSize(3);
    assertThat(read.frames().get(1).maskedCount()).isEqualTo(1);
    assertThat(read.rejects())
        .containsExactly(
            new Reject(
                IMAGE + "[0][*,*,2:2]",
                0,
                "file",
                RejectCode.ALL_MASKED,
                "all 2 pixels are undefined (BLANK, NaN, infinite) or masked"));
  }

  @Test
  void severalMaskedPlanesAreAsManyRejects() {
    byte[] file = cube(new int[] {1, 1, 3}, new byte[] {9, 9, 9}, card("BLANK", 9));
    assertThat(planes(file, "all").codes()).hasSize(3).containsOnly(RejectCode.ALL_MASKED);
  }

  @Test
  void aWrongDatasumIsARejectOfTheHduAfterItsPlanes() {
    byte[] good = cube(new int[] {2, 2, 2}, new byte[8], card("DATASUM", "'0       '"));
    assertThat(planes(good, "1").rejects()).isEmpty();
    byte[] bad = cube(new int[] {2, 2, 2}, new byte[8], card("DATASUM", "'1       '"));
    FitsBytes.Read read = planes(bad, "1,3");
    assertThat(read.frames()).hasSize(2);
    Reject reject = read.rejects().get(0);
    assertThat(reject.code()).isEqualTo(RejectCode.DATASUM_MISMATCH);
    assertThat(reject.image()).isEqualTo(IMAGE);
    assertThat(reject.reason()).contains("planes of this cube");
  }

  @Test
  void aCutCube() {
    byte[] whole = cube(new int[] {30, 30, 10});
    byte[] cut = Arrays.copyOf(whole, 2880 + 4000);
    assertThat(planes(cut, "all").reject().code()).isEqualTo(RejectCode.TRUNCATED);
    FitsBytes.Read unknownLength = read(cut, -1, ALL);
    assertThat(unknownLength.frames()).hasSize(4);
    assertThat(unknownLength.codes()).containsExactly(RejectCode.TRUNCATED);
    assertThat(unknownLength.rejects().get(0).image()).isEqualTo(IMAGE);
    assertThat(read(cut, -1, ALL.withPlanes(PlaneSelection.of("9"))).reject().code())
        .isEqualTo(RejectCode.TRUNCATED);
  }

  @Test
  void aDamagedStreamTakesThePlanesWithIt() {
    byte[] zipped = gzip(cube(new int[] {3, 2, 2}));
    zipped[zipped.length - 6] ^= 1;
    FitsBytes.Read read = planes(zipped, "all");
    assertThat(read.frames()).isEmpty();
    assertThat(read.codes()).containsOnly(RejectCode.CORRUPT_COMPRESSION);
    assertThat(read.rejects())
        .extracting(Reject::image)
        .containsExactly(IMAGE + "[0][*,*,1:1]", IMAGE + "[0][*,*,2:2]", IMAGE);
  }

  @Test
  void onlyOnePlaneHasToFit() {
    byte[] file = cube(new int[] {10, 10, 50});
    FrameReaderOptions small =
        new FrameReaderOptions(FieldPattern.defaults(), 500, true)
            .withPlanes(PlaneSelection.of("all"));
    assertThat(read(file, file.length, small).frames()).hasSize(51);
    FrameReaderOptions tooSmall =
        new FrameReaderOptions(FieldPattern.defaults(), 499, true)
            .withPlanes(PlaneSelection.of("all"));
    FitsBytes.Read read = read(file, file.length, tooSmall);
    assertThat(read.codes()).containsExactly(RejectCode.TOO_LARGE);
    assertThat(read.rejects().get(0).reason()).contains("10 x 10 pixels");
    assertThat(read.frames()).hasSize(1);
  }

  @Test
  void aPlainImageIsAFrameWhateverPlanesAreChosen() {
    assertThat(planes(FitsBytes.ramp16(3, 2), "7").frame().id().image()).isEqualTo(IMAGE);
  }

  @Test
  void moreThanSomeThousandPlanesAreNotHeldBack() {
    byte[] file = gzip(cube(new int[] {1, 1, 10_000}));
    file[file.length - 6] ^= 1;
    FitsBytes.Read read = planes(file, "all");
    assertThat(read.frames()).hasSizeBetween(5_000, 7_000);
    assertThat(read.frames().size() + read.rejects().size()).isEqualTo(10_001);
  }
}
