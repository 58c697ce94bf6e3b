package org.kiramr.jobs.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.cluster.Command;
import org.kiramr.cluster.CommandResult;
import org.kiramr.jobs.simulate.TruthComparison;

/**
 * {@code kira quickstart} in a directory of its own, and its sky: what is there is found, what is
 * found is there, and the fluxes are right.
 */
class QuickstartIT {
  @TempDir private static java.nio.file.Path directory;
  private static String printed;

  @BeforeAll
  static void start() throws Exception {
    printed = quickstart();
  }

  @Test
  void catalogueAgreesWithTheTruth() throws Exception {
    TruthComparison comparison =
        SkyCheck.compare(made("sky"), made("catalogue"), new Configuration());

    assertThat(comparison.isolated(20)).as(printed).isGreaterThan(1000);
    assertThat(comparison.completeness(20)).as(printed).isGreaterThanOrEqualTo(0.99);
    assertThat(comparison.reliability(20)).as(printed).isGreaterThanOrEqualTo(0.98);
    assertThat(comparison.fluxWithin(3, 20)).as(printed).isGreaterThanOrEqualTo(0.97);
    assertThat(comparison.fluxBias(20)).as(printed).isBetween(-0.5, 0.5);
  }

  @Test
  void printsRowsComparisonPathsAndTheNextCommand() {
    assertThat(printed)
        .containsPattern("(?m)^field +band +number +x +y ")
        .containsPattern("(?m)^001000-1-0012 +g +1 ")
        .contains("Compared with the truth")
        .containsPattern("(?m)^ +> 20 ")
        .contains("  " + made("sky") + " ", "  " + made("catalogue") + " ")
        .contains("kira extract -i FRAMES -o CATALOGUE");
    assertThat(sha256(printed)).matches("sha256: [0-9a-f]{64}");
  }

  @Test
  void aSecondRunUsesTheSkyAgain() throws Exception {
    String again = quickstart();
    assertThat(again).contains("there already: " + made("sky")).doesNotContain("Simulating");
    assertThat(sha256(again)).isEqualTo(sha256(printed));
  }

  private static String quickstart() throws Exception {
    CommandResult result = Command.kira("quickstart").in(directory).run();
    assertThat(result.exitCode()).as(result::describe).isZero();
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  /** A directory that the command made. */
  private static Path made(String name) {
    return new Path("file:" + directory.resolve("kira-quickstart").resolve(name));
  }

  private static String sha256(String printed) {
    return printed.lines().filter(line -> line.startsWith("sha256: ")).findFirst().orElseThrow();
  }
}
