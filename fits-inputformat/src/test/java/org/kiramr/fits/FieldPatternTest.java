package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kiramr.fits.FitsBytes.card;

import nom.tam.fits.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPatternTest {

  private static Header header(String... cards) {
    byte[] file = new FitsBytes().image(8, 1, 1, cards).bytes();
    return HeaderText.parse(file).header();
  }

  private static FrameId identify(FieldPattern pattern, String image, String... cards) {
    return pattern.identify(header(cards), header(), image, 2);
  }

  private static FrameId byDefault(String image, String... cards) {
    return identify(FieldPattern.defaults(), image, cards);
  }

  @Test
  void sdssCardsFirst() {
    assertThat(
            byDefault(
                "d/fpC-001111-g2-0003.fit",
                card("RUN", 3918),
                card("CAMCOL", 3),
                card("FRAME", 213),
                card("FILTER", "'r       '")))
        .isEqualTo(new FrameId("003918-3-0213", "r", "d/fpC-001111-g2-0003.fit", 2));
    assertThat(
            byDefault("a.fits", card("RUN", 3918), card("CAMCOL", 3), card("FIELD", 213)).field())
        .isEqualTo("003918-3-0213");
  }

  @ParameterizedTest
  @CsvSource({"r, 1, 213", "i, 2, 215", "u, 3, 217", "z, 4, 219", "g, 5, 221"})
  void theBandsOfAnSdssFieldMeet(String filter, int row, int frame) {
    String[] cards = {
      card("RUN", 3918),
      card("CAMCOL", 3),
      card("CAMROW", row),
      card("FRAME", frame),
      card("FILTER", "'" + filter + "       '")
    };
    assertThat(byDefault("a.fits", cards))
        .isEqualTo(new FrameId("003918-3-0213", filter, "a.fits", 2));
    cards[2] = card("CAMROW", 7);
    assertThat(byDefault("a.fits", cards).field()).isEqualTo("003918-3-0" + frame);
    cards[2] = card("FIELD", 99);
    assertThat(byDefault("a.fits", cards).field()).isEqualTo("003918-3-0099");
  }

  @Test
  void cardsThatAreNoNumbersAreNotSdss() {
    assertThat(
            byDefault("a.fits", card("RUN", "'x/y'"), card("CAMCOL", 3), card("FRAME", 1)).field())
        .isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({
    "d/fpC-002662-r5-0282.fit.gz, 002662-5-0282, r",
    "frame-u-003918-3-0213.fits.bz2, 003918-3-0213, u",
    "x/y/image.fits, image, ''",
    "IMAGE.FIT.GZ, IMAGE, ''",
    "a.b.fits.fz, a.b, ''",
    ".fits, _fits, ''",
    "..., ___, ''",
    "a b;c.fts.Z, a_b_c, ''",
    "Süd.fits, S_d, ''",
  })
  void thenTheName(String image, String field, String band) {
    assertThat(byDefault(image)).isEqualTo(new FrameId(field, band, image, 2));
    assertThat(FieldPattern.fieldOfName(image)).isEqualTo(field);
  }

  @Test
  void whatComesFromAHeaderCannotNameAPath() {
    FieldPattern object = FieldPattern.of("{OBJECT}");
    assertThat(identify(object, "a.fits", card("OBJECT", "'../../etc/passwd'")).field())
        .isEqualTo("___.._etc_passwd");
    assertThat(byDefault("a.fits", card("FILTER", "'/r.00 '")).band()).isEqualTo("_r.00");
    assertThat(byDefault("n".repeat(300) + ".fits").field()).hasSize(100);
  }

  @Test
  void ownPattern() {
    FieldPattern pattern = FieldPattern.of("T{TILE:05}_{FIELD}+x");
    assertThat(pattern).hasToString("T{TILE:05}_{FIELD}+x");
    assertThat(
            identify(pattern, "a.fits", card("TILE", 42), card("FRAME", 7), card("FILTER", "'Ks'")))
        .isEqualTo(new FrameId("T00042_7+x", "Ks", "a.fits", 2));
    assertThat(identify(pattern, "a.fits", card("TILE", 42)).field()).isEqualTo("a");
    assertThat(
            identify(pattern, "a.fits", card("RUN", 1), card("CAMCOL", 2), card("FRAME", 3))
                .field())
        .isEqualTo("000001-2-0003");
    assertThat(identify(FieldPattern.of("{TILE:03}"), "a", card("TILE", "'north'")).field())
        .isEqualTo("north");
    assertThat(identify(FieldPattern.of("{TILE:03}"), "a", card("TILE", 12345)).field())
        .isEqualTo("12345");
  }

  @Test
  void thePrimaryHeaderFillsIn() {
    FrameId id =
        FieldPattern.defaults()
            .identify(
                header(card("FILTER", "'g'")),
                header(card("RUN", 1), card("CAMCOL", 2), card("FRAME", 3), card("FILTER", "'r'")),
                "a.fits",
                4);
    assertThat(id).isEqualTo(new FrameId("000001-2-0003", "g", "a.fits", 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "plain", "{RUN", "RUN}", "{run}", "{}", "{RUN:6}", "{RUN:0}", "{TOOLONGKEY}"})
  void badPatterns(String pattern) {
    assertThatThrownBy(() -> FieldPattern.of(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the field pattern '" + pattern + "'")
        .hasMessageContaining("{RUN:06}");
  }
}
