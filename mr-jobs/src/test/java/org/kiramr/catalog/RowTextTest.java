package org.kiramr.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link RowBuffer} puts together, {@link RowText} takes apart. */
class RowTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "a,b",
        "say \"x\"",
        "\"",
        "\"\"",
        "#1",
        " lead",
        "trail ",
        ",",
        "ü,\u2603"
      })
  void textComesBack(String text) {
    RowBuffer buffer = new RowBuffer();
    buffer.append("first");
    buffer.separate();
    buffer.append(text);
    buffer.separate();
    buffer.append(42);
    String line = new String(buffer.toByteArray(), StandardCharsets.UTF_8);

    assertThat(RowText.split(line, 3)).containsExactly("first", text, "42");
    assertThat(RowText.split(line, 2)).containsExactly("first", text);
    assertThat(RowText.split(line, 9)).hasSize(3);
  }

  @Test
  void nothingIsMissingAndQuotedNothingIsEmpty() {
    assertThat(RowText.split(",\"\",", 5)).containsExactly(null, "", null);
    assertThat(RowText.split("\"\"", 5)).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"open", "\"a\"b,c", "a,\"", "\"\"\""})
  void quotesThatDoNotMatchAreRefused(String line) {
    assertThatThrownBy(() -> RowText.split(line, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quote");
  }
}
