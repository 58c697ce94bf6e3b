package org.kiramr.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiramr.catalog.CanonicalRows;
import org.kiramr.catalog.CatalogSchema;
import org.kiramr.catalog.Column;
import org.kiramr.fits.CompanionSource;
import org.kiramr.fits.Companions;
import org.kiramr.fits.Frame;
import org.kiramr.fits.FrameMemory;
import org.kiramr.fits.FrameReader;
import org.kiramr.fits.FrameReaderOptions;
import org.kiramr.fits.NoiseKind;
import org.kiramr.fits.SiblingFiles;
import org.kiramr.jobs.SharedData;

/**
 * Masks and noise reach SEP as they should: sources of real frames equal those of Python's sep,
 * which companions_oracle.py gave the same pixels, masks and maps of noise, bit for bit; but for
 * kron_radius, see the goldens' README.
 */
class CompanionsGoldenIT {
  private static final double KRON = 1e-12;
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final List<String> COLUMNS =
      CatalogSchema.of(5.0).columns().stream().map(Column::name).toList();

  @ParameterizedTest
  @CsvSource({
    "decam-mosaic3-bok/c4d_170316_062107_ooi_z_ls9.N2.fits, _ooi_=_ood_, _ooi_=_oow_, WEIGHT, 8",
    "kids-galaxy-cutouts/G266035fitim.fits, fitim=mskim, fitim=sigma, STDDEV, 6"
  })
  void sourcesAreThoseOfPython(String image, String mask, String noise, NoiseKind kind, int sources)
      throws Exception {
    List<CSVRecord> golden = golden(image);
    List<String> rows = rows(image, companions(mask, noise, kind));
    assertThat(golden).hasSize(sources);
    assertThat(rows).hasSize(sources);
    for (int i = 0; i < sources; i++) {
      String[] row = rows.get(i).split(",", -1);
      for (String column : golden.get(i).getParser().getHeaderNames().subList(1, 38)) {
        double expected = number(golden.get(i).get(column));
        double actual = number(row[COLUMNS.indexOf(column)]);
        double tolerance = column.equals("kron_radius") ? KRON * expected : 0;
        assertThat(actual)
            .as("%s %d %s", image, i + 1, column)
            .isEqualTo(expected, within(tolerance));
      }
    }
  }

  /** The comparison above could fail: without mask and noise the sources are others. */
  @Test
  void withoutThemTheSourcesAreOthers() throws Exception {
    String image = "decam-mosaic3-bok/c4d_170316_062107_ooi_z_ls9.N2.fits";
    assertThat(rows(image, Companions.none())).hasSizeGreaterThan(8);
  }

  private static Companions companions(String mask, String noise, NoiseKind kind) {
    return new Companions(
        CompanionSource.of(mask), Companions.ANY_BIT, CompanionSource.of(noise), kind);
  }

  private static List<String> rows(String image, Companions companions) throws Exception {
    Path path = SharedData.path(image);
    SiblingFiles siblings =
        name -> {
          Path sibling = path.resolveSibling(name);
          return new SiblingFiles.Sibling(Files.newInputStream(sibling), Files.size(sibling));
        };
    FrameReaderOptions options = FrameReaderOptions.defaults().withCompanions(companions);
    try (FrameReader reader =
            new FrameReader(
                Files.newInputStream(path),
                image,
                Files.size(path),
                options,
                new FrameMemory(),
                siblings);
        Frame frame = (Frame) reader.next();
        FrameExtractor extractor = new FrameExtractor(TestFrame.reference(false))) {
      byte[] rows = new CanonicalRows().format(extractor.extract(frame)).toByteArray();
      return new String(rows, StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static double number(String text) {
    return text.equals("nan") ? Double.NaN : Double.parseDouble(text);
  }

  private static List<CSVRecord> golden(String image) throws IOException {
    try (InputStream in =
            CompanionsGoldenIT.class.getResourceAsStream("/goldens/python-sep/companions.csv");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.parse(reader, CSV)) {
      return parser.getRecords().stream().filter(row -> row.get("image").equals(image)).toList();
    }
  }
}
