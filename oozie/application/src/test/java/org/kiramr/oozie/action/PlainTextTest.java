package org.kiramr.oozie.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void isOneLineThatXmlTakesForText() {
    assertThat(PlainText.of(" <init> failed:\n\ta & b\u00e9 ")).isEqualTo("[init] failed: a + b?");
  }

  @Test
  void isCutWhereItIsLong() {
    assertThat(PlainText.of("x".repeat(480))).hasSize(480).endsWith("x");
    assertThat(PlainText.of("x".repeat(481))).hasSize(480).endsWith("x...");
  }
}
