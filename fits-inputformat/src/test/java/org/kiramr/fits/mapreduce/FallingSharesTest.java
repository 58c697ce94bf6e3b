package org.kiramr.fits.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FallingSharesTest {
  private static List<List<Integer>> shares(int parts, int slots, int most) {
    return FallingShares.of(IntStream.range(0, parts).boxed().toList(), slots, most);
  }

  private static List<Integer> sizes(int parts, int slots, int most) {
    return shares(parts, slots, most).stream().map(List::size).toList();
  }

  @Test
  void eachRoundHasHalfOfWhatIsLeft() {
    assertThat(sizes(64, 2, 64)).containsExactly(16, 16, 8, 8, 4, 4, 2, 2, 1, 1, 1, 1);
    assertThat(sizes(57, 2, 64)).containsExactly(14, 14, 7, 7, 3, 3, 2, 2, 1, 1, 1, 1, 1);
    assertThat(sizes(32, 1, 32)).containsExactly(16, 8, 4, 2, 1, 1);
  }

  @Test
  void noShareIsLargerThanTheMost() {
    assertThat(sizes(20, 2, 3)).containsExactly(3, 3, 3, 3, 2, 2, 1, 1, 1, 1);
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "1,1,1", "1,8,1", "7,8,5", "100,3,9", "12345,64,1000"})
  void everyPartIsDealtOnceInItsOrder(int parts, int slots, int most) {
    assertThat(shares(parts, slots, most).stream().flatMap(List::stream).toList())
        .containsExactlyElementsOf(IntStream.range(0, parts).boxed().toList());
  }
}
