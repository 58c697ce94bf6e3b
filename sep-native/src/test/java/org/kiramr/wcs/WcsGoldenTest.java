package org.kiramr.wcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Corners and centre of every image with a celestial WCS among the survey data, against astropy:
 * src/test/oracle/make-wcs-golden.py.
 */
class WcsGoldenTest {
  private static final double DEGREES = 1e-9;

  private record Row(double x, double y, double longitude, double latitude) {}

  @TestFactory
  Stream<DynamicTest> agreesWithAstropy() throws IOException {
    Map<String, List<Row>> frames = new LinkedHashMap<>();
    goldens().lines().skip(1).map(line -> line.split(",", -1)).forEach(f -> add(frames, f));
    assertThat(frames).hasSizeGreaterThan(100);
    return frames.entrySet().stream()
        .map(frame -> DynamicTest.dynamicTest(frame.getKey(), () -> check(frame)));
  }

  private static void add(Map<String, List<Row>> frames, String[] fields) {
    frames
        .computeIfAbsent(fields[0] + "," + fields[1], key -> new ArrayList<>())
        .add(
            new Row(
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4].replace("nan", "NaN")),
                Double.parseDouble(fields[5].replace("nan", "NaN"))));
  }

  private static void check(Map.Entry<String, List<Row>> frame) throws IOException {
    String[] key = frame.getKey().split(",", -1);
    byte[] header = SurveyFile.header(SurveyFile.path(key[0]), Integer.parseInt(key[1]));
    List<Row> rows = frame.getValue();
    SkyCoordinates sky =
        CelestialWcs.read(header)
            .toSky(
                rows.stream().mapToDouble(Row::x).toArray(),
                rows.stream().mapToDouble(Row::y).toArray());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (Double.isNaN(row.longitude())) {
        assertThat(sky.longitude()[i]).isNaN();
        assertThat(sky.latitude()[i]).isNaN();
        assertThat(sky.info().note()).contains("positions have no place on the sky");
        continue;
      }
      assertThat(sky.latitude()[i])
          .as(row + " " + sky.info())
          .isCloseTo(row.latitude(), within(DEGREES));
      // a full circle apart is the same place
      assertThat(Math.IEEEremainder(sky.longitude()[i] - row.longitude(), 360))
          .as(row + " " + sky.info())
          .isCloseTo(0, within(DEGREES));
    }
  }

  private static String goldens() throws IOException {
    try (InputStream in = WcsGoldenTest.class.getResourceAsStream("golden.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
