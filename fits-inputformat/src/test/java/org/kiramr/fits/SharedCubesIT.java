package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every cube of the real data outside {@code broken/} against {@code shared-cubes.tsv}, which
 * {@code shared-cubes.py} made with astropy and CFITSIO, plane for plane and bit for bit; and
 * chosen HDUs of real files with several.
 */
class SharedCubesIT {
  private static final FrameReaderOptions ALL_PLANES =
      FrameReaderOptions.defaults().withPlanes(PlaneSelection.of("all"));

  @Test
  void samePlanesAsAstropyAndCfitsio() throws IOException {
    List<String> golden = golden();
    Set<String> files = new HashSet<>();
    golden.forEach(line -> files.add(line.substring(0, line.indexOf('['))));
    List<String> seen = new ArrayList<>();
    for (String file : files.stream().sorted().toList()) {
      for (FrameItem item : read(file, ALL_PLANES)) {
        assertThat(item).as(file).isInstanceOf(Frame.class);
        Frame frame = (Frame) item;
        if (!PlaneName.section(frame.id().image()).isEmpty()) {
          seen.add(line(frame));
        }
      }
    }
    assertThat(seen).isEqualTo(golden);
  }

  /** In the columns of the golden, its sum left out: the checksum says more. */
  private static String line(Frame frame) {
    int n = frame.width() * frame.height();
    ByteBuffer bytes = ByteBuffer.allocate(n * (frame.isDouble() ? Double.BYTES : Float.BYTES));
    for (int i = 0; i < n; i++) {
      if (frame.isDouble()) {
        bytes.putDouble(frame.doublePixels().get(i));
      } else {
        bytes.putFloat(frame.floatPixels().get(i));
      }
    }
    CRC32 crc = new CRC32();
    crc.update(bytes.array());
    return String.format(
        "%s\t%d\t%d\t%d\t%d\t%08x",
        frame.id().image(),
        frame.id().hdu(),
        frame.width(),
        frame.height(),
        frame.maskedCount(),
        crc.getValue());
  }

  private static List<String> golden() throws IOException {
    List<String> golden = new ArrayList<>();
    try (InputStream in = SharedCubesIT.class.getResourceAsStream("shared-cubes.tsv")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isEmpty()) {
          String[] columns = line.split("\t", -1);
          columns[5] = columns[6];
          golden.add(String.join("\t", List.of(columns).subList(0, 6)));
        }
      }
    }
    return golden;
  }

  @ParameterizedTest
  @CsvSource({
    "cubes-mef/o4sp040b0_raw.fits, SCI, 1 4",
    "cubes-mef/o4sp040b0_raw.fits, sci:2, 4",
    "cubes-mef/o4sp040b0_raw.fits, '1,ERR', 1 NOT_AN_IMAGE@2 NOT_AN_IMAGE@5",
    "cubes-mef/hspirepsw1342201247_20pxmp_1461189210834.fits.gz, 'Image,coverage', 1 3",
    "cubes-mef/hspirepsw1342201247_20pxmp_1461189210834.fits.gz, HistoryScript, NOT_AN_IMAGE@5",
    "cubes-mef/wfpc2_4chips_test0.fits, '2-3', 2 3",
    "cubes-mef/science-mef.fits, SCI, NO_SUCH_HDU@-1",
    "sdss-stamps/stamp-r-5.0073-0.0739.fits, 'PRIMARY,33', 0 33",
    "cubes-mef/fermi_counts_vela.fits, EBOUNDS, NOT_AN_IMAGE@1",
    "cubes-mef/iris_l2_20130801_074720_4040000014_SJI_1400_t000.fits, 1, 1",
    "wcs/tnx.fits, im13:13, DATASUM_MISMATCH@0",
  })
  void chosenHdus(String file, String list, String expected) throws IOException {
    List<String> items = new ArrayList<>();
    for (FrameItem item : read(file, ALL_PLANES.withHdus(HduSelection.of(list)))) {
      items.add(
          item instanceof Reject reject
              ? reject.code() + "@" + reject.hdu()
              : Integer.toString(((Frame) item).id().hdu()));
    }
    assertThat(String.join(" ", items)).isEqualTo(expected);
  }

  @Test
  void hdusAreNamedByTheirOwnCardsAndThePrimarys() throws IOException {
    assertThat(fields("cubes-mef/wfpc2_4chips_test0.fits", "{ROOTNAME}-{DETECTOR}-{EXTVER}"))
        .as("INHERIT = T")
        .containsExactly("U2EQ0201T-1-1", "U2EQ0201T-2-2", "U2EQ0201T-3-3", "U2EQ0201T-4-4");
    assertThat(fields("cubes-mef/o4sp040b0_raw.fits", "{TELESCOP}-{EXTVER}"))
        .as("INHERIT = F")
        .containsExactly("o4sp040b0_raw", "o4sp040b0_raw");
  }

  private static List<String> fields(String file, String pattern) throws IOException {
    FrameReaderOptions options =
        new FrameReaderOptions(FieldPattern.of(pattern), ALL_PLANES.maxFrameBytes(), true);
    return read(file, options).stream().map(item -> ((Frame) item).id().field()).toList();
  }

  private static List<FrameItem> read(String name, FrameReaderOptions options) throws IOException {
    Path file = SharedData.folder().resolve(name);
    List<FrameItem> items = new ArrayList<>();
    try (FrameReader reader =
        new FrameReader(Files.newInputStream(file), name, Files.size(file), options)) {
      for (FrameItem item = reader.next(); item != null; item = reader.next()) {
        items.add(item);
      }
      assertThat(reader.bytesRead()).as("read to the end").isEqualTo(Files.size(file));
    }
    return items;
  }
}
