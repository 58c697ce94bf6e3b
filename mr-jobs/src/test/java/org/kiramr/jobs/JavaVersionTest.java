package org.kiramr.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaVersionTest {
  @ParameterizedTest
  @ValueSource(ints = {17, 21, 23})
  void hadoopRunsOnThese(int feature) {
    assertThat(JavaVersion.complaint(feature)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 25})
  void newerOnesAreRefusedInOneLine(int feature) {
    assertThat(JavaVersion.complaint(feature))
        .contains("Java " + feature, "17 to 23", "JAVA_HOME")
        .doesNotContain("\n");
  }
}
