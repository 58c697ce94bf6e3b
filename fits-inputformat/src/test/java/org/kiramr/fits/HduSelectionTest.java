package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kiramr.fits.FitsBytes.card;

import nom.tam.fits.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HduSelectionTest {
  private static final Header NAMELESS = header();
  private static final Header SCI_2 = header(card("EXTNAME", "'sci     '"), card("EXTVER", 2));
  private static final Header DQ = header(card("EXTNAME", "'DQ'"));

  private static Header header(String... cards) {
    return HeaderText.parse(new FitsBytes().imageExtension(8, 1, 1, cards).bytes()).header();
  }

  @ParameterizedTest
  @CsvSource({
    "2, true, true, true",
    "1-3, true, true, true",
    "0, false, false, false",
    "3-9, false, false, false",
    "SCI, false, true, false",
    "' Sci ', false, true, false",
    "sci:2, false, true, false",
    "SCI:1, false, false, false",
    "DQ:1, false, false, true",
    "'0,DQ,SCI:2', false, true, true",
    "SC, false, false, false",
    "PRIMARY, false, false, false",
  })
  void matches(String list, boolean nameless, boolean sci2, boolean dq) {
    HduSelection selection = HduSelection.of(list);
    assertThat(selection.contains(2, NAMELESS)).isEqualTo(nameless);
    assertThat(selection.contains(2, SCI_2)).isEqualTo(sci2);
    assertThat(selection.contains(2, DQ)).isEqualTo(dq);
    assertThat(selection).hasToString(list);
  }

  @Test
  void thePrimaryHasANameOfItsOwn() {
    assertThat(HduSelection.of("primary").contains(0, NAMELESS)).isTrue();
    assertThat(HduSelection.of("PRIMARY:1").contains(0, NAMELESS)).isTrue();
    assertThat(HduSelection.of("PRIMARY").contains(0, SCI_2)).isTrue();
    assertThat(HduSelection.of("PRIMARY").contains(1, header(card("EXTNAME", "'PRIMARY'"))))
        .isTrue();
  }

  @Test
  void oddNames() {
    Header digits = header(card("EXTNAME", "'12'"));
    assertThat(HduSelection.of("12").contains(3, digits)).isFalse();
    assertThat(HduSelection.of("12:1").contains(3, digits)).isTrue();
    Header colon = header(card("EXTNAME", "'a:b'"));
    assertThat(HduSelection.of("A:B").contains(3, colon)).isTrue();
    Header bad = header(card("EXTNAME", "'SCI'"), card("EXTVER", "'two'"));
    assertThat(HduSelection.of("SCI").contains(3, bad)).isTrue();
    assertThat(HduSelection.of("SCI:1").contains(3, bad)).isFalse();
  }

  @Test
  void allIsAll() {
    assertThat(HduSelection.all().contains(7, NAMELESS)).isTrue();
    assertThat(HduSelection.all()).hasToString("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1,,2", "SCI,", "5-3", "99999999999"})
  void badLists(String list) {
    assertThatThrownBy(() -> HduSelection.of(list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(".*(entry is empty|counts down|too large).*");
  }
}
