package org.kiramr.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as text: nothing is lost, and no digit too many. */
class NumbersTest {
  private static final int RANDOM_NUMBERS = 20_000;

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0",
    "-0.0, -0.0",
    "1, 1.0",
    "123.45, 123.45",
    "0.001, 0.001",
    "0.0009999999999999998, 9.999999999999998E-4",
    "0.002, 0.002",
    "9999999.999999998, 9999999.999999998",
    "1e7, 1.0E7",
    "-1e7, -1.0E7",
    "1e10, 1.0E10",
    "1.5e-5, 1.5E-5",
    "0.1, 0.1",
    // JDK 17 prints 2.0E-3 and 2.2250738585072014E-308 alike, but 2.0000000000000003E22 for this
    // one
    "2e23, 2.0E23",
    "2.2250738585072014E-308, 2.2250738585072014E-308",
    "1.7976931348623157E308, 1.7976931348623157E308",
    // a subnormal with one bit: two digits, the closest ones
    "4.9E-324, 4.9E-324",
    "NaN, nan",
    "Infinity, inf",
    "-Infinity, -inf",
  })
  void doubleLayout(double value, String text) {
    assertThat(Numbers.text(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0",
    "-0.0, -0.0",
    "0.001, 0.001",
    "9.999999E-4, 9.999999E-4",
    "9999999, 9999999.0",
    "1e7, 1.0E7",
    "0.1, 0.1",
    "33554432, 3.3554432E7",
    "1.17549435E-38, 1.1754944E-38",
    "3.4028235E38, 3.4028235E38",
    "1.4E-45, 1.4E-45",
    "NaN, nan",
    "Infinity, inf",
    "-Infinity, -inf",
  })
  void floatLayout(float value, String text) {
    assertThat(Numbers.text(value)).isEqualTo(text);
  }

  @Test
  void anyDoubleReadsBackAndHasNoShorterForm() {
    Random random = new Random(1);
    for (int i = 0; i < RANDOM_NUMBERS; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String text = Numbers.text(value);
        assertThat(Double.doubleToRawLongBits(Double.parseDouble(text)))
            .as(text)
            .isEqualTo(Double.doubleToRawLongBits(value));
        assertShortest(text, new BigDecimal(value), digits -> digits.doubleValue() == value);
      }
    }
  }

  @Test
  void anyFloatReadsBackAndHasNoShorterForm() {
    Random random = new Random(2);
    for (int i = 0; i < RANDOM_NUMBERS; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(value)) {
        String text = Numbers.text(value);
        assertThat(Float.floatToRawIntBits(Float.parseFloat(text)))
            .as(text)
            .isEqualTo(Float.floatToRawIntBits(value));
        assertShortest(text, new BigDecimal(value), digits -> digits.floatValue() == value);
      }
    }
  }

  /**
   * With one digit less, neither neighbour of the exact value reads back as it; with as many
   * digits, none that does is closer to it.
   */
  private static void assertShortest(String text, BigDecimal exact, Predicate<BigDecimal> same) {
    BigDecimal printed = new BigDecimal(text);
    int digits = printed.stripTrailingZeros().precision();
    if (digits > 2) {
      assertThat(same.test(rounded(exact, digits - 1, RoundingMode.DOWN))).as(text).isFalse();
      assertThat(same.test(rounded(exact, digits - 1, RoundingMode.UP))).as(text).isFalse();
      BigDecimal distance = printed.subtract(exact).abs();
      BigDecimal nearest = rounded(exact, digits, RoundingMode.HALF_EVEN);
      assertThat(distance).as(text).isLessThanOrEqualTo(nearest.subtract(exact).abs());
    }
  }

  private static BigDecimal rounded(BigDecimal exact, int digits, RoundingMode mode) {
    return exact.round(new MathContext(digits, mode));
  }
}
