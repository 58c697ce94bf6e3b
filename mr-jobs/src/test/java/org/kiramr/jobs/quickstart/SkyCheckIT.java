package org.kiramr.jobs.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.ToolRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.jobs.simulate.TruthComparison;

/**
 * The quickstart's sky: what is there is found, what is found is there, and the fluxes are right.
 */
class SkyCheckIT {
  @TempDir private java.nio.file.Path directory;

  @Test
  void catalogueAgreesWithTheTruth() throws Exception {
    String printed = quickstart();
    Path sky = new Path(directory.resolve("sky").toUri());
    Path catalogue = new Path(directory.resolve("catalogue").toUri());

    TruthComparison comparison = SkyCheck.compare(sky, catalogue, new Configuration());

    assertThat(comparison.isolated(20)).as(printed).isGreaterThan(1000);
    assertThat(comparison.completeness(20)).as(printed).isGreaterThanOrEqualTo(0.99);
    assertThat(comparison.reliability(20)).as(printed).isGreaterThanOrEqualTo(0.98);
    assertThat(comparison.fluxWithin(3, 20)).as(printed).isGreaterThanOrEqualTo(0.97);
    assertThat(comparison.fluxBias(20)).as(printed).isBetween(-0.5, 0.5);
    assertThat(printed).contains("sha256: ", "Compared with the truth", "extract -i FRAMES");

    assertThat(quickstart()).contains("there already").contains(sha256(printed));
  }

  private String quickstart() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    String[] arguments = {"-o", directory.toString()};
    assertThat(ToolRunner.run(new Configuration(), new QuickstartCommand(out), arguments)).isZero();
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String sha256(String printed) {
    return printed.lines().filter(line -> line.startsWith("sha256: ")).findFirst().orElseThrow();
  }
}
