package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneSelectionTest {

  private static List<Long> walk(PlaneSelection selection, long planes) {
    List<Long> walked = new ArrayList<>();
    OptionalLong next = selection.next(0, planes);
    while (next.isPresent()) {
      walked.add(next.getAsLong());
      next = selection.next(next.getAsLong(), planes);
    }
    return walked;
  }

  @Test
  void planesComeInTheOrderOfTheFileAndOnce() {
    assertThat(walk(PlaneSelection.of("all"), 3)).containsExactly(1L, 2L, 3L);
    assertThat(walk(PlaneSelection.of("4, 2-3,1-2"), 9)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(walk(PlaneSelection.of("2,5-7"), 5)).containsExactly(2L, 5L);
    assertThat(walk(PlaneSelection.of("8"), 5)).isEmpty();
    assertThat(walk(PlaneSelection.none(), 5)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"all, ''", "1-3, ''", "'2,5-7', '6-7'", "'4-9,8', '6-9,8'", "7, 7"})
  void whatACubeOfFivePlanesLacks(String list, String beyond) {
    assertThat(PlaneSelection.of(list).beyond(5)).isEqualTo(beyond);
  }

  @Test
  void none() {
    assertThat(PlaneSelection.none().isNone()).isTrue();
    assertThat(PlaneSelection.of("all").isNone()).isFalse();
    assertThat(PlaneSelection.of("1").isNone()).isFalse();
    assertThat(PlaneSelection.of("1,3-5")).hasToString("1,3-5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1,,2", "2-1", "first", "-1", "all,1"})
  void badLists(String list) {
    assertThatThrownBy(() -> PlaneSelection.of(list)).isInstanceOf(IllegalArgumentException.class);
  }
}
