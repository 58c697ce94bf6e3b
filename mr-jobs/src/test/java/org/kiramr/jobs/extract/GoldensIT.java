package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.catalog.CatalogSchema;
import org.kiramr.catalog.Column;
import org.kiramr.catalog.ColumnType;
import org.kiramr.jobs.SharedData;
import org.kiramr.sep.SepLibrary;
import org.kiramr.wcs.WcsLibrary;

/**
 * The catalogue of real frames equals the C program's bit for bit, and Python's within 1e-6. The
 * goldens say which command made them.
 */
class GoldensIT {
  private static final List<String> INPUTS =
      List.of(
          "sdss-fpC",
          "sdss-frame",
          "ntt-emmi-sep-reference/image.fits",
          "derived/fpC-001729-r3-0083_crop256_BLANK.fits",
          "2mass/aK_asky_990502s1350080.fits.gz",
          "2mass/gc_2mass_j.fits",
          "cubes-mef/hspirepsw1342201247_20pxmp_1461189210834.fits.gz",
          "cubes-mef/o4sp040b0_raw.fits",
          "decam-mosaic3-bok/c4d_140818_232043_ooi_z_v2.fits.fz",
          "decam-mosaic3-bok/c4d_181214_050844_ooi_g_ls9.S9.fits",
          "formats-misc/file-img2-bitpix+08.fits",
          "formats-misc/file-img2-bitpix-64.fits",
          "formats-misc/scale.fits",
          "panstarrs-ztf-ptf/H1413+117_10x10arcsec_55377.34051_z_sci.fits",
          "sdss-stamps/stamp-r-5.0073-0.0739.fits",
          "tile-compressed/m13.fits",
          "wcs/1904-66_TAN.fits",
          "wcs/gc_msx_e.fits",
          "wcs/hi_20110910_114721_s7h2A.fts",
          "wcs/sipsample.fits",
          "wcs/tnx.fits");

  private static final Set<String> FLOATS =
      CatalogSchema.of(5.0).columns().stream()
          .filter(column -> column.type() == ColumnType.FLOAT32)
          .map(Column::name)
          .collect(Collectors.toSet());

  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  @TempDir private static Path directory;
  private static RunOutput output;

  @BeforeAll
  static void extractAll() throws Exception {
    // the DATASUM of wcs/tnx.fits is not that of its pixels, which every reader agrees on
    LocalRun run = new LocalRun().with("--ignore-datasum");
    INPUTS.forEach(input -> run.input(SharedData.path(input)));
    Path out = directory.resolve("out");
    assertThat(run.to(out)).as(run.printed()).isZero();
    output = new RunOutput(out);
  }

  @Test
  void everyFrameEqualsTheCProgramsBitForBit() throws Exception {
    requireLibraryOfGoldens();
    Map<String, String> rows = output.rowsByFrame();
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> actual = new LinkedHashMap<>();
    for (CSVRecord golden : golden("libsep-1.2.1/frames.csv")) {
      String frame = identity(golden);
      expected.put(frame, golden.get("sha256"));
      actual.put(frame, sha256(rows.getOrDefault(frame, "")));
    }
    assertThat(expected).hasSizeGreaterThan(60);
    assertThat(actual).isEqualTo(expected);
    assertThat(expected.keySet()).containsAll(rows.keySet());
  }

  @Test
  void sizesBackgroundsAndCountsEqualTheCPrograms() throws Exception {
    requireLibraryOfGoldens();
    List<String> columns =
        List.of("field", "band", "image", "hdu", "width", "height", "background", "rms", "masked");
    Map<String, Map<String, String>> actual = new LinkedHashMap<>();
    for (Map<String, String> row : output.table("frames")) {
      actual.put(row.get("image") + "[" + row.get("hdu") + "]", row);
    }
    List<CSVRecord> goldens = golden("libsep-1.2.1/frames.csv");
    assertThat(actual).hasSameSizeAs(goldens);
    for (CSVRecord golden : goldens) {
      Map<String, String> row = actual.get(golden.get("image") + "[" + golden.get("hdu") + "]");
      assertThat(row).as(golden.get("image")).isNotNull();
      columns.forEach(c -> assertThat(row.get(c)).as(golden.get("image")).isEqualTo(golden.get(c)));
      assertThat(row.get("detections")).isEqualTo(golden.get("detections"));
    }
  }

  @Test
  void fieldsHaveTheCProgramsDigests() throws Exception {
    requireLibraryOfGoldens();
    Map<String, String> expected = new LinkedHashMap<>();
    for (CSVRecord golden : golden("libsep-1.2.1/fields.csv")) {
      expected.put(golden.get("field"), golden.get("sha256"));
    }
    Map<String, String> actual = new LinkedHashMap<>();
    output.table("fields").forEach(row -> actual.put(row.get("field"), row.get("sha256")));
    assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void wholeRowsOfSmallFramesAreTheCPrograms() throws Exception {
    requireLibraryOfGoldens();
    Map<String, String> expected = new LinkedHashMap<>();
    text("libsep-1.2.1/catalog.csv")
        .lines()
        .skip(1)
        .forEach(line -> expected.merge(frameOf(line), line + "\n", String::concat));
    assertThat(expected).hasSize(3);
    assertThat(output.rowsByFrame()).containsAllEntriesOf(expected);
  }

  @Test
  void columnSumsAreWithinPythonsTolerance() throws Exception {
    Map<String, Map<String, Double>> sums = new LinkedHashMap<>();
    for (Map<String, String> row : output.table("catalog")) {
      Map<String, Double> sum =
          sums.computeIfAbsent(
              row.get("image") + "[" + row.get("hdu") + "]", k -> new LinkedHashMap<>());
      row.forEach(
          (column, value) -> {
            if (isNumeric(column)) {
              sum.merge(column, value(column, value), Double::sum);
            }
          });
    }
    for (CSVRecord golden : golden("python-sep/column-sums.csv")) {
      String frame = golden.get("image") + "[" + golden.get("hdu") + "]";
      Map<String, Double> sum = sums.getOrDefault(frame, Map.of());
      golden
          .toMap()
          .forEach(
              (column, value) -> {
                if (isNumeric(column)) {
                  double expected = number(value);
                  assertThat(sum.getOrDefault(column, 0.0))
                      .as(frame + " " + column)
                      .satisfiesAnyOf(
                          s -> assertThat(s).isEqualTo(expected),
                          s -> assertThat(s).isCloseTo(expected, Percentage.withPercentage(1e-4)),
                          s -> assertThat(s).isCloseTo(expected, within(1e-9)));
                }
              });
    }
  }

  /** The goldens hold for one version of each library; another may round otherwise. */
  private static void requireLibraryOfGoldens() {
    String version = SepLibrary.load().packageVersion().orElse("unknown");
    assumeTrue(version.startsWith("1.2.1"), "goldens are of libsep 1.2.1, this is " + version);
    String wcs = WcsLibrary.version().orElse("unknown");
    assumeTrue(wcs.startsWith("7.12"), "goldens are of libwcs 7.12, this is " + wcs);
  }

  private static boolean isNumeric(String column) {
    return !List.of("field", "band", "image", "hdu", "number", "detections", "ra", "dec")
        .contains(column);
  }

  /** What the row's text stands for: the digits of a float32 are those of the nearest float. */
  private static double value(String column, String text) {
    return FLOATS.contains(column) ? (float) number(text) : number(text);
  }

  private static double number(String text) {
    return text.equals("nan") ? Double.NaN : Double.parseDouble(text);
  }

  private static String identity(CSVRecord golden) {
    String band = golden.get("band").isEmpty() ? "\"\"" : golden.get("band");
    return String.join(",", golden.get("field"), band, golden.get("image"), golden.get("hdu"));
  }

  private static String frameOf(String line) {
    return String.join(",", List.of(line.split(",", 5)).subList(0, 4));
  }

  private static String sha256(String rows) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(rows.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }

  private static List<CSVRecord> golden(String name) throws IOException {
    try (Reader reader = new InputStreamReader(open(name), StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.parse(reader, CSV)) {
      return parser.getRecords();
    }
  }

  private static String text(String name) throws IOException {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(String name) {
    return GoldensIT.class.getResourceAsStream("/goldens/" + name);
  }
}
