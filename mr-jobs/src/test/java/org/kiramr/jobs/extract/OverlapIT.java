package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.jobs.SharedData;

/**
 * The last 128 rows of one SDSS frame are the first of the next: a star in both has one place on
 * the sky. SDSS promises 45 milliarcseconds a coordinate for what is not faint (Pier et al. 2003).
 */
class OverlapIT {
  private static final double PROMISED_ARCSEC = 0.045;
  private static final double SAME_ARCSEC = 2;
  private static final double BRIGHT = 2000;

  @TempDir private Path directory;

  @Test
  void sharedSourcesAreAtOnePlace() throws Exception {
    Path frames = SharedData.path("sdss-fpC");
    int exitCode =
        new LocalRun()
            .input(frames.resolve("fpC-002662-r5-0282.fit.gz"))
            .input(frames.resolve("fpC-002662-r5-0283.fit.gz"))
            .to(directory.resolve("out"));
    assertThat(exitCode).isZero();
    List<Map<String, String>> rows = new RunOutput(directory.resolve("out")).table("catalog");
    List<Double> separations = new ArrayList<>();
    for (Map<String, String> star : bright(rows, "0282")) {
      bright(rows, "0283").stream()
          .mapToDouble(other -> arcseconds(star, other))
          .filter(separation -> separation < SAME_ARCSEC)
          .min()
          .ifPresent(separations::add);
    }
    separations.sort(null);
    assertThat(separations).hasSizeGreaterThan(10);
    assertThat(separations.get(separations.size() / 2)).isLessThan(PROMISED_ARCSEC);
    assertThat(separations.get(separations.size() * 3 / 4))
        .as("two coordinates in two frames")
        .isLessThan(2 * PROMISED_ARCSEC);
  }

  private static List<Map<String, String>> bright(List<Map<String, String>> rows, String frame) {
    return rows.stream()
        .filter(row -> row.get("image").contains(frame))
        .filter(row -> row.get("flag").equals("0") && number(row, "flux") > BRIGHT)
        .toList();
  }

  /** On so small a patch next to the equator the sky is flat, but right ascension wraps. */
  private static double arcseconds(Map<String, String> a, Map<String, String> b) {
    double ra = Math.IEEEremainder(number(a, "ra") - number(b, "ra"), 360);
    double dec = number(a, "dec") - number(b, "dec");
    return 3600 * Math.hypot(ra * Math.cos(Math.toRadians(number(a, "dec"))), dec);
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
