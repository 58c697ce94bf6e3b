package org.kiramr.oozie.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionWordsTest {
  @Test
  void blanksPartWordsHoweverManyThereAre() {
    assertThat(OptionWords.of(" --threshold  2\t-v\n")).containsExactly("--threshold", "2", "-v");
    assertThat(OptionWords.of("")).isEmpty();
  }

  @Test
  void quotesHoldBlanksAndTheOtherQuote() {
    assertThat(OptionWords.of("--kernel \"1 2 1 / 2 4 2\" --field-pattern '{A}\"{B}'"))
        .containsExactly("--kernel", "1 2 1 / 2 4 2", "--field-pattern", "{A}\"{B}");
  }

  @Test
  void aQuoteMayBePartOfAWordOrAllOfAnEmptyOne() {
    assertThat(OptionWords.of("--kernel='1 2 1' ''")).containsExactly("--kernel=1 2 1", "");
  }

  @Test
  void noOtherCharacterIsSpecial() {
    assertThat(OptionWords.of("a\\ b $HOME `x` *;|&"))
        .containsExactly("a\\", "b", "$HOME", "`x`", "*;|&");
  }

  @Test
  void anOpenQuoteIsRefused() {
    assertThatThrownBy(() -> OptionWords.of("--kernel \"1 2 1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--kernel \"1 2 1");
  }
}
