package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FrameIdTest {

  @Test
  void ordersByFieldBandImageHdu() {
    FrameId id = new FrameId("b", "b", "b", 5);
    assertThat(id).isGreaterThan(new FrameId("a", "c", "c", 6));
    assertThat(id).isGreaterThan(new FrameId("b", "a", "c", 6));
    assertThat(id).isGreaterThan(new FrameId("b", "b", "a", 6));
    assertThat(id).isGreaterThan(new FrameId("b", "b", "b", 4));
    assertThat(id).isEqualByComparingTo(new FrameId("b", "b", "b", 5));
    assertThat(id).isLessThan(new FrameId("b", "b", "b", 10));
  }

  @Test
  void stringsOrderAsTheirUtf8Bytes() {
    String[] texts = {"", "a", "ab", "b", "é", "\uD7FF", "\uE000", "\uFFFD", "\uD83D\uDE00", "😀a"};
    for (String a : texts) {
      for (String b : texts) {
        int bytes =
            Arrays.compareUnsigned(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
        assertThat(Integer.signum(FrameId.compareUtf8(a, b)))
            .as("%s against %s", a, b)
            .isEqualTo(Integer.signum(bytes));
      }
    }
  }

  @Test
  void reasonsAreOneLine() {
    Reject reject =
        new Reject("i", 0, "f", RejectCode.NOT_FITS, "  two\nlines\u0000\tand " + "x".repeat(999));
    assertThat(reject.reason()).startsWith("two lines and xxx").hasSize(500);
  }
}
