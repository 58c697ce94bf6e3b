package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.jobs.SharedData;

/** The same pixels in any lossless encoding give the same catalogue. */
class LosslessCompressionIT {
  private static final int IDENTITY_COLUMNS = 4;

  @TempDir private Path directory;

  @Test
  void everyEncodingOfThePixelsGivesTheSameRows() throws Exception {
    assertSameRows(
        "tile-compressed/m13.fits",
        "tile-compressed/m13_gzip.fits",
        "tile-compressed/m13_rice.fits",
        "tile-compressed/m13_plio.fits",
        "tile-compressed/m13_hcomp.fits");
    assertSameRows(
        "derived/fpC-003325-r5-0108_crop1024_rice.fits.fz",
        "derived/fpC-003325-r5-0108_crop1024_gzip2.fits.fz");
  }

  private void assertSameRows(String... files) throws Exception {
    LocalRun run = new LocalRun();
    for (String file : files) {
      run.input(SharedData.path(file));
    }
    Path out = directory.resolve("out" + files.length);
    assertThat(run.to(out)).isZero();
    Map<String, String> rows = new RunOutput(out).rowsByFrame();
    assertThat(rows).hasSize(files.length);
    List<String> different =
        rows.values().stream().map(LosslessCompressionIT::withoutIdentity).distinct().toList();
    assertThat(different).hasSize(1);
    assertThat(different.get(0).lines().count()).isGreaterThan(100);
  }

  private static String withoutIdentity(String rows) {
    return rows.lines()
        .map(row -> row.split(",", IDENTITY_COLUMNS + 1)[IDENTITY_COLUMNS])
        .collect(Collectors.joining("\n"));
  }
}
