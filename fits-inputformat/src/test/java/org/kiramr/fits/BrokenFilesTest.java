package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every broken file of the real data has its reject, with the right code. */
class BrokenFilesTest {
  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          Map.entry("made/b01_truncated_data.fits", "TRUNCATED@0"),
          Map.entry("made/b02_truncated_header.fits", "TRUNCATED@0"),
          Map.entry("made/b03_no_END.fits", "BAD_HEADER@0"),
          Map.entry("made/b04_bad_bitpix.fits", "BAD_HEADER@0"),
          Map.entry("made/b05_naxis1_too_big.fits", "TRUNCATED@0"),
          Map.entry("made/b06_zero_bytes.fits", "EMPTY_FILE@-1"),
          Map.entry("made/b07_truncated.fit.gz", "TRUNCATED@0"),
          Map.entry("made/b08_bitflip.fits.bz2", "CORRUPT_COMPRESSION@-1"),
          Map.entry("made/b09_heap_garbage.fits.fz", "CORRUPT_COMPRESSION@1"),
          Map.entry("made/b10_text.fits", "NOT_FITS@-1"),
          Map.entry("natural/checksum_false.fits", "DATASUM_MISMATCH@0"),
          Map.entry("natural/fits_test.fits", "TRUNCATED@0"),
          Map.entry("natural/issue-38.fits", "ZERO_SIZE@0"),
          Map.entry("natural/medn_halph_fl_20050501_074655.fts", "TRUNCATED@0"),
          Map.entry("natural/na120701.091058.fits", "TRUNCATED@0"),
          Map.entry("natural/not_actually_fits.fits", "NOT_FITS@-1"),
          // The image is good, one byte after it is too many.
          Map.entry("natural/s500_psf.fits", "frame@0 TRAILING_DATA@1"));

  @Test
  void everyBrokenFileHasItsReject() throws IOException {
    Path folder = SharedData.folder().resolve("broken");
    Map<String, String> seen = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        seen.put(name, outcome(file, Files.size(file)));
        assertThat(outcome(file, -1)).as("%s, length not known", name).isEqualTo(seen.get(name));
      }
    }
    assertThat(seen).containsExactlyInAnyOrderEntriesOf(EXPECTED);
  }

  private static String outcome(Path file, long length) throws IOException {
    List<String> items = new ArrayList<>();
    try (FrameReader reader =
        new FrameReader(
            Files.newInputStream(file), file.toString(), length, FrameReaderOptions.defaults())) {
      for (FrameItem item = reader.next(); item != null; item = reader.next()) {
        if (item instanceof Frame frame) {
          items.add("frame@" + frame.id().hdu());
        } else {
          Reject reject = (Reject) item;
          items.add(reject.code() + "@" + reject.hdu());
          assertThat(reject.reason()).isNotBlank().doesNotContain("\n", "Exception");
        }
      }
      assertThat(reader.bytesRead()).as("read to the end").isEqualTo(Files.size(file));
    }
    return String.join(" ", items);
  }
}
