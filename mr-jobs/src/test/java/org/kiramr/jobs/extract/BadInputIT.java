package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.jobs.SharedData;
import org.kiramr.jobs.cli.ExitCode;

/** Every broken file is a reject with a reason, and costs the good ones nothing. */
class BadInputIT {
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("made/b01_truncated_data.fits", "TRUNCATED"),
          Map.entry("made/b02_truncated_header.fits", "TRUNCATED"),
          Map.entry("made/b03_no_END.fits", "BAD_HEADER"),
          Map.entry("made/b04_bad_bitpix.fits", "BAD_HEADER"),
          Map.entry("made/b05_naxis1_too_big.fits", "TRUNCATED"),
          Map.entry("made/b06_zero_bytes.fits", "EMPTY_FILE"),
          Map.entry("made/b07_truncated.fit.gz", "TRUNCATED"),
          Map.entry("made/b08_bitflip.fits.bz2", "CORRUPT_COMPRESSION"),
          Map.entry("made/b09_heap_garbage.fits.fz", "CORRUPT_COMPRESSION"),
          Map.entry("made/b10_text.fits", "NOT_FITS"),
          Map.entry("natural/checksum_false.fits", "DATASUM_MISMATCH"),
          Map.entry("natural/fits_test.fits", "TRUNCATED"),
          Map.entry("natural/issue-38.fits", "ZERO_SIZE"),
          Map.entry("natural/medn_halph_fl_20050501_074655.fts", "TRUNCATED"),
          Map.entry("natural/na120701.091058.fits", "TRUNCATED"),
          Map.entry("natural/not_actually_fits.fits", "NOT_FITS"),
          Map.entry("natural/s500_psf.fits", "TRAILING_DATA"));

  @TempDir private static Path directory;
  private static Path good;
  private static Path broken;
  private static RunOutput mixed;
  private static int exitCode;

  @BeforeAll
  static void extractMixed() throws Exception {
    good = SharedData.path("sdss-fpC");
    broken = SharedData.path("broken");
    Path out = directory.resolve("mixed");
    exitCode = new LocalRun().input(good).input(broken).to(out);
    mixed = new RunOutput(out);
  }

  @Test
  void exitCodeSaysThatThereWereRejects() {
    assertThat(exitCode).isEqualTo(ExitCode.TOO_MANY_REJECTS);
  }

  @Test
  void rejectsUpToTheGivenNumberAreSuccess() throws Exception {
    int rejects = mixed.table("rejects").size();
    LocalRun allowed = new LocalRun().input(broken).with("--max-rejects", "" + rejects);
    assertThat(allowed.to(directory.resolve("allowed"))).isEqualTo(ExitCode.DONE);
    LocalRun tooMany = new LocalRun().input(broken).with("--max-rejects", "" + (rejects - 1));
    assertThat(tooMany.to(directory.resolve("too-many"))).isEqualTo(ExitCode.TOO_MANY_REJECTS);
  }

  @Test
  void everyBrokenFileHasARowWithAReason() throws Exception {
    List<Map<String, String>> rejects = mixed.table("rejects");
    Map<String, String> codes = new TreeMap<>();
    rejects.forEach(row -> codes.merge(row.get("image"), row.get("code"), (a, b) -> a + " " + b));
    assertThat(codes).containsExactlyInAnyOrderEntriesOf(CODES);
    assertThat(rejects)
        .allSatisfy(
            row -> {
              assertThat(row.get("reason")).hasSizeGreaterThan(15).doesNotContain("Exception");
              assertThat(row.get("field")).isNotEmpty();
            });
  }

  @Test
  void goodFramesRowsAreWhatTheyAreAlone() throws Exception {
    Path out = directory.resolve("alone");
    assertThat(new LocalRun().input(good).to(out)).isEqualTo(ExitCode.DONE);
    RunOutput alone = new RunOutput(out);
    assertThat(mixed.rowsByFrame()).containsAllEntriesOf(alone.rowsByFrame());
    assertThat(digests(mixed)).containsAllEntriesOf(digests(alone));
  }

  @Test
  void everyFileIsAccountedFor() throws Exception {
    assertThat(mixed.table("files")).hasSize(6 + 17);
  }

  private static Map<String, String> digests(RunOutput output) throws Exception {
    return output.table("fields").stream()
        .collect(Collectors.toMap(row -> row.get("field"), row -> row.get("sha256")));
  }
}
