package org.kiramr.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BorderRowsTest {
  private static final Set<String> COLUMNS = Set.of("kron_radius", "flux_auto", "ra");

  /** One row of 230,581 differs, as Python's does in the data set small-0.2. */
  private static final String RESULT =
      """
      {"fields": {"inA": 93, "inB": 93, "equal": 0, "different": 93, "otherFrames": 0, "onlyInA": 0, "onlyInB": 0},
       "columnsOnlyInA": [], "columnsOnlyInB": [],
       "rows": {"inA": 230581, "inB": 230581, "different": 1, "onlyInA": 0, "onlyInB": 0,
                "columns": [
         {"column": "ra", "rows": 9000, "beyondTolerance": 0, "incomparable": 0,
          "largestAbsolute": {"difference": 1e-12}, "largestRelative": {"difference": 1e-14}},
         {"column": "kron_radius", "rows": 87233, "beyondTolerance": 1, "incomparable": 0,
          "largestAbsolute": {"difference": 0.7}, "largestRelative": {"difference": 0.2}},
         {"column": "flux_auto", "rows": 87233, "beyondTolerance": 1, "incomparable": 0,
          "largestAbsolute": {"difference": 90.0}, "largestRelative": {"difference": 0.4}},
         {"column": "flag_auto", "rows": 1, "beyondTolerance": 1, "incomparable": 0,
          "largestAbsolute": {"difference": 8}, "largestRelative": {"difference": 1.0}}]},
       "frames": {"different": 0, "onlyInA": 0, "onlyInB": 0},
       "digestMismatches": 0,
       "rejects": {"otherCode": 0, "onlyInA": 0, "onlyInB": 0}}
      """;

  @TempDir private Path folder;

  @Test
  void oneRowInAHundredThousandIsExplained() throws IOException {
    assertThat(explain(RESULT)).hasValue(1);
  }

  @Test
  void whereTheKronRadiusHasToBeEqualNoneIs() throws IOException {
    assertThat(BorderRows.explain(write(RESULT), Set.of("flux_auto", "*"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"different\": 1 | \"different\": 3",
        "\"inA\": 230581 | \"inA\": 99999",
        "kron_radius | x",
        "kron_radius | fluxerr_auto",
        "\"difference\": 0.4 | \"difference\": 1.0",
        "\"difference\": 0.4 | \"difference\": 0.51",
        "kron_radius | dec",
        "kron_radius | flux_aper_1",
        "\"beyondTolerance\": 0 | \"beyondTolerance\": 1",
        "\"difference\": 0.2 | \"difference\": 0.6",
        "{\"difference\": 0.2} | null",
        "\"incomparable\": 0 | \"incomparable\": 1",
        "\"otherFrames\": 0 | \"otherFrames\": 1",
        "\"columnsOnlyInB\": [] | \"columnsOnlyInB\": [\"x\"]",
        "\"digestMismatches\": 0 | \"digestMismatches\": 1",
        "\"otherCode\": 0 | \"otherCode\": 1",
        "\"frames\": {\"different\": 0 | \"frames\": {\"different\": 1",
      })
  void nothingElseIs(String found, String changed) throws IOException {
    assertThat(RESULT).contains(found);
    assertThat(explain(RESULT.replace(found, changed))).isEmpty();
  }

  private OptionalLong explain(String result) throws IOException {
    return BorderRows.explain(write(result), COLUMNS);
  }

  private Path write(String result) throws IOException {
    return Files.writeString(folder.resolve("result.json"), result);
  }
}
