package org.kiramr.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import nom.tam.fits.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiramr.catalog.CanonicalRows;
import org.kiramr.catalog.CatalogSchema;
import org.kiramr.catalog.Column;
import org.kiramr.fits.Frame;

/** Flag 4 goes to the sources with a pixel at or above SATURATE, and to no others. */
class SaturationTest {
  private static final int SIDE = 160;
  private static final int FLAG =
      CatalogSchema.of(5.0).columns().stream().map(Column::name).toList().indexOf("flag");

  /** Three sources from left to right, with peaks of 400, 500 and 600 before the background. */
  private static float[] pixels() {
    Random random = new Random(5);
    float[] pixels = new float[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) (100 + random.nextGaussian());
    }
    for (int star = 0; star < 3; star++) {
      int peak = 400 + 100 * star;
      for (int y = -8; y <= 8; y++) {
        for (int x = -8; x <= 8; x++) {
          int at = (80 + y - 20 * star) * SIDE + 40 + 40 * star + x;
          pixels[at] += (float) ((peak - 110) * Math.exp(-(x * x + y * y) / 6.0));
          if (x == 0 && y == 0) {
            pixels[at] = peak;
          }
        }
      }
    }
    return pixels;
  }

  /** Bit 4 of the sources from left to right. */
  private static String flags(Frame frame, boolean asked) throws Exception {
    try (FrameExtractor extractor = new FrameExtractor(TestFrame.reference(asked))) {
      byte[] rows = new CanonicalRows().format(extractor.extract(frame)).toByteArray();
      StringBuilder flags = new StringBuilder();
      new String(rows, StandardCharsets.UTF_8)
          .lines()
          .map(row -> row.split(","))
          .sorted((a, b) -> Double.compare(x(a), x(b)))
          .forEach(row -> flags.append(Integer.parseInt(row[FLAG]) & Saturation.FLAG));
      return flags.toString();
    }
  }

  private static double x(String[] row) {
    return Double.parseDouble(row[5]);
  }

  @ParameterizedTest
  @CsvSource({"601, 000", "600, 004", "500, 044", "500.001, 004", "350, 444"})
  void atOrAboveTheCard(double level, String expected) throws Exception {
    Header header = TestFrame.header(-32, SIDE, SIDE);
    header.addValue("SATURATE", level, "");
    assertThat(flags(TestFrame.of(pixels(), SIDE, header), true)).isEqualTo(expected);
    assertThat(flags(TestFrame.of(pixels(), SIDE, header), false)).isEqualTo("000");
  }

  @Test
  void doublesToo() throws Exception {
    Header header = TestFrame.header(-64, SIDE, SIDE);
    header.addValue("SATURATE", 500, "");
    float[] pixels = pixels();
    double[] doubles = new double[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      doubles[i] = pixels[i];
    }
    assertThat(flags(TestFrame.of(doubles, SIDE, header), true)).isEqualTo("044");
  }

  @Test
  void withoutACardOrWithOneThatIsNoNumberNothingIsFlagged() throws Exception {
    assertThat(flags(TestFrame.of(pixels(), SIDE), true)).isEqualTo("000");
    Header header = TestFrame.header(-32, SIDE, SIDE);
    header.addValue("SATURATE", "unknown", "");
    assertThat(flags(TestFrame.of(pixels(), SIDE, header), true)).isEqualTo("000");
  }
}
