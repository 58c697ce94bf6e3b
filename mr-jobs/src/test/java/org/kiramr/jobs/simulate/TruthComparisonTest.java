package org.kiramr.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiramr.catalog.EcsvWriter;

class TruthComparisonTest {
  private static final double[] ERRORS = {10, 10, 10, 10};

  @Test
  void countsFoundAndRealOnes() throws IOException {
    TruthSources truth =
        truth(
            row(10, 10, 30, 1000, 10, 0),
            row(50, 50, 30, 1000, 10, 0),
            row(90, 90, 200, 5000, 20, 0),
            row(120, 20, 40, 1000, 10, TruthFlags.NEIGHBOUR),
            row(20, 120, 1, 10, 10, 0));
    TruthComparison comparison = new TruthComparison();
    // near the first; 0.6 px from the second; near the third; at the faint last one
    comparison.add(
        truth,
        new double[] {10.3, 50.6, 90, 20},
        new double[] {9.7, 50, 90.1, 120},
        new double[] {1020, 1000, 5100, 250},
        ERRORS);
    assertThat(comparison.isolated(20)).isEqualTo(3);
    assertThat(comparison.completeness(20)).isEqualTo(2.0 / 3);
    assertThat(comparison.completeness(100)).isEqualTo(1);
    assertThat(comparison.fluxWithin(3, 20)).isEqualTo(0.5);
    assertThat(comparison.fluxBias(20)).isEqualTo(3.5);
    assertThat(comparison.reliability(20)).isEqualTo(0.75);
    assertThat(comparison.table().lines())
        .hasSize(8)
        .anySatisfy(line -> assertThat(line).contains("20 - 50").contains("50.00"))
        .anySatisfy(line -> assertThat(line).contains("> 20").contains("66.67"));
  }

  @Test
  void anotherBandIsRefused() throws IOException {
    byte[] table = table();
    assertThatThrownBy(() -> TruthSources.read(new ByteArrayInputStream(table), "z"))
        .isInstanceOf(IOException.class)
        .hasMessage("no truth of band z in table truth");
  }

  private static TruthSources truth(Object[]... rows) throws IOException {
    return TruthSources.read(new ByteArrayInputStream(table(rows)), "r");
  }

  private static byte[] table(Object[]... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EcsvWriter writer = new EcsvWriter(out, TruthTable.schema(List.of(SdssBand.R)))) {
      for (Object[] row : rows) {
        writer.append(row);
      }
    }
    return out.toByteArray();
  }

  private static Object[] row(
      double x, double y, float signalToNoise, float flux, float error, int flags) {
    return new Object[] {1, "star", x, y, 0f, 1f, 0f, 20f, flux, signalToNoise, flux, error, flags};
  }
}
