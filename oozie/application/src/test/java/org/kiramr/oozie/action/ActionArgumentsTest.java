package org.kiramr.oozie.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ActionArgumentsTest {
  @Test
  void aValueMayHoldAnEqualsSign() {
    ActionArguments arguments = arguments("night=1", "options=-Da=b --c=d");
    assertThat(arguments.get("options")).isEqualTo("-Da=b --c=d");
    assertThat(arguments.get("night")).isEqualTo("1");
  }

  @Test
  void whatIsMissingEmptyTwiceOrUnknownIsRefusedByItsName() {
    assertRefused("argument night is missing", "options=-v");
    assertRefused("argument night is empty", "options=-v", "night= ");
    assertRefused("argument night is given twice", "night=1", "options=-v", "night=2");
    assertRefused("no such argument: nights=1", "nights=1");
    assertRefused("no such argument: night", "night");
  }

  private static void assertRefused(String message, String... arguments) {
    assertThatThrownBy(() -> arguments(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static ActionArguments arguments(String... arguments) {
    return new ActionArguments(arguments, Set.of("night", "options"));
  }
}
