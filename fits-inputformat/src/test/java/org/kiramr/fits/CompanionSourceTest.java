package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both forms of saying where a map is. */
class CompanionSourceTest {

  @Test
  void aNameIsAnHduOfTheSameFile() {
    CompanionSource source = CompanionSource.of(" dq ");
    assertThat(source.isSameFile()).isTrue();
    assertThat(source.extname()).isEqualTo("DQ");
    assertThat(source.fileName("a_dq.fits")).isEqualTo("a_dq.fits");
    assertThat(source.isCompanion("a_DQ.fits")).isFalse();
    assertThat(source).hasToString("DQ");
  }

  @ParameterizedTest
  @CsvSource({
    "_ooi_=_ood_, c4d_ooi_z.fits, c4d_ood_z.fits",
    "_ooi_=_ood_, x_ooi_y_ooi_z.fits, x_ooi_y_ood_z.fits",
    ".fits=.mask.fits, a.fits, a.mask.fits",
    ".sci.fits=.fits, a.sci.fits, a.fits"
  })
  void aChangeOfNameIsAnotherFile(String text, String frames, String maps) {
    CompanionSource source = CompanionSource.of(text);
    assertThat(source.isSameFile()).isFalse();
    assertThat(source.extname()).isNull();
    assertThat(source.fileName(frames)).isEqualTo(maps);
    assertThat(source.isCompanion(maps)).isTrue();
    assertThat(source.isCompanion(frames)).isFalse();
    assertThat(CompanionSource.of(source.toString()).fileName(frames)).isEqualTo(maps);
  }

  @Test
  void aNameWithNothingToReplaceHasNoCompanion() {
    assertThat(CompanionSource.of("_ooi_=_ood_").fileName("image.fits")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "' ', empty",
    "=_ood_, OLD=NEW",
    "_ooi_=, OLD=NEW",
    "a=b=c, OLD=NEW",
    "a=a, own companion",
    "a=masks/a, slash",
    "a/b=c, slash"
  })
  void whatIsNeitherIsExplained(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CompanionSource.of(text))
        .withMessageContaining(why);
  }
}
