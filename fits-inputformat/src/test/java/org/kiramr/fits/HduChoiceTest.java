package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kiramr.fits.FitsBytes.card;
import static org.kiramr.fits.FitsBytes.gzip;
import static org.kiramr.fits.FitsBytes.read;
import static org.kiramr.fits.FrameArrays.floats;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading chosen HDUs of a file with several. */
class HduChoiceTest {
  private static final FrameReaderOptions OPTIONS = FrameReaderOptions.defaults();

  /** 0 empty, 1 SCI, 2 a table, 3 ERR, 4 SCI:2, 5 a vector. */
  private static byte[] file() {
    return new FitsBytes()
        .header(card("SIMPLE", "T"), card("BITPIX", 8), card("NAXIS", 0), card("CCDNUM", 9))
        .imageExtension(8, 2, 1, card("EXTNAME", "'SCI'"), card("CCDNUM", 5))
        .data(new byte[] {1, 2})
        .header(
            card("XTENSION", "'BINTABLE'"),
            card("BITPIX", 8),
            card("NAXIS", 2),
            card("NAXIS1", 10),
            card("NAXIS2", 300),
            card("PCOUNT", 0),
            card("GCOUNT", 1),
            card("TFIELDS", 0),
            card("EXTNAME", "'GTI'"))
        .data(new byte[3000])
        .imageExtension(8, 2, 1, card("EXTNAME", "'ERR'"))
        .data(new byte[] {3, 4})
        .imageExtension(8, 2, 1, card("EXTNAME", "'SCI'"), card("EXTVER", 2), card("INHERIT", "F"))
        .data(new byte[] {5, 6})
        .header(
            card("XTENSION", "'IMAGE   '"),
            card("BITPIX", 8),
            card("NAXIS", 1),
            card("NAXIS1", 5),
            card("PCOUNT", 0),
            card("GCOUNT", 1))
        .data(new byte[5])
        .bytes();
  }

  private static FitsBytes.Read choose(byte[] file, String list) {
    return read(file, file.length, OPTIONS.withHdus(HduSelection.of(list)));
  }

  @Test
  void allImagesUnlessChosen() {
    FitsBytes.Read read = read(file());
    assertThat(read.frames()).extracting(frame -> frame.id().hdu()).containsExactly(1, 3, 4);
    assertThat(read.rejects()).isEmpty();
    assertThat(read.summary().hdusIgnored()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"SCI, 1 4", "'4,ERR', 3 4", "sci:2, 4", "'1,SCI:1,17,NOSUCH', 1"})
  void chosenHdusAreReadAndTheRestIgnored(String list, String expected) {
    for (byte[] form : new byte[][] {file(), gzip(file())}) {
      FitsBytes.Read read = choose(form, list);
      assertThat(read.rejects()).isEmpty();
      assertThat(read.frames())
          .extracting(frame -> Integer.toString(frame.id().hdu()))
          .containsExactly(expected.split(" "));
      assertThat(read.summary().hdusIgnored()).isEqualTo(6 - read.frames().size());
    }
  }

  @Test
  void pixelsAfterIgnoredHdusAreTheirOwn() {
    assertThat(floats(choose(file(), "SCI:2").frame())).containsExactly(5, 6);
  }

  @Test
  void aFileWithoutAnyChosenHduSaysWhatItHas() {
    for (byte[] form : new byte[][] {file(), gzip(file())}) {
      FitsBytes.Read read = choose(form, "DQ,9-11");
      Reject reject = read.reject();
      assertThat(reject.code()).isEqualTo(RejectCode.NO_SUCH_HDU);
      assertThat(reject.hdu()).isEqualTo(Reject.WHOLE_FILE);
      assertThat(reject.field()).isEqualTo("file");
      assertThat(reject.reason())
          .contains("--hdu DQ,9-11", "0 PRIMARY, 1 SCI, 2 GTI, 3 ERR, 4 SCI:2, 5");
      assertThat(read.summary().hdusIgnored()).isEqualTo(6);
    }
  }

  @Test
  void ofManyHdusTheFirstAreNamed() {
    FitsBytes many = new FitsBytes().image(8, 1, 1).data(new byte[1]);
    for (int i = 1; i < 30; i++) {
      many.imageExtension(8, 1, 1).data(new byte[1]);
    }
    assertThat(choose(many.bytes(), "SCI").reject().reason()).endsWith("18, 19 and 10 more");
  }

  @Test
  void damageExplainsMoreThanAChoice() {
    byte[] zipped = gzip(file());
    zipped[zipped.length - 6] ^= 1;
    assertThat(choose(zipped, "DQ").reject().code()).isEqualTo(RejectCode.CORRUPT_COMPRESSION);
    byte[] empty = new byte[0];
    assertThat(choose(empty, "DQ").reject().code()).isEqualTo(RejectCode.EMPTY_FILE);
  }

  @ParameterizedTest
  @CsvSource({"0, NAXIS = 0", "2, BINTABLE", "GTI, BINTABLE", "5, NAXIS1 = 5"})
  void aChosenHduThatIsNoImageIsRejected(String list, String why) {
    Reject reject = choose(file(), list).reject();
    assertThat(reject.code()).isEqualTo(RejectCode.NOT_AN_IMAGE);
    assertThat(reject.reason()).contains("--hdu " + list, why);
  }

  @Test
  void cardsOfTheHduNameItsField() {
    FieldPattern pattern = FieldPattern.of("{EXTNAME}-{EXTVER}-{CCDNUM:02}");
    byte[] file = file();
    FitsBytes.Read read =
        read(file, file.length, new FrameReaderOptions(pattern, OPTIONS.maxFrameBytes(), true));
    assertThat(read.frames())
        .extracting(frame -> frame.id().field())
        .as("own card; the primary's; no card, since INHERIT = F")
        .containsExactly("SCI-1-05", "ERR-1-09", "file");
  }
}
