package org.kiramr.jobs.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiramr.jobs.SharedData;
import org.kiramr.jobs.cli.ExitCode;

/** {@code inspect} on real files. Figures and digests of the pixels are astropy's. */
class InspectSharedDataTest {
  private static JsonNode inspect(String file, String... options) throws Exception {
    List<Object> words = new ArrayList<>(List.of("--json", SharedData.path(file)));
    words.addAll(List.of(options));
    return InspectRun.of(words.toArray()).json().get(0);
  }

  private static List<String> texts(JsonNode nodes, String key) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.get(key).asText()));
    return texts;
  }

  @ParameterizedTest
  @CsvSource({
    "cubes-mef/science-mef.fits, 3, 100, 0, 97.60249328613281, 102.76384735107422, 10015.079681396484,"
        + " cd39da5c1dce0a20d12eece5cf89e4ae9665d7b059280e1cb8ad4bcc82966c5d",
    "cubes-mef/wfpc2_4chips_test0.fits, 4, 1600, 0, 313, 846, 515656,"
        + " 910ad6992ce23d45510786638de97fc9d7e0aae8692cf410479fc0c4c5695881",
    "formats-misc/gzip_fits_test.file, 0, 1024, 0, 0, 31, 15872,"
        + " 12a62ecda351cb5d96a06c53b19e32e9265d0f044c1c945afcd8c8de25a0e287",
    "wcs/1904-66_TAN.fits, 0, 36864, 7261, -0.5305387377738953, 13.43627643585205, 871.1090715440055,"
        + " 9540f9bafebfc623e5674cfcfb5f183ad6ca7c95994d75e7100de128ed736f55",
    "formats-misc/file-img2-bitpix-64.fits, 0, 2500, 0, 0, 0.7667436168621613, 150.16517656886177,"
        + " 4fa3619b6d489cc0294a54d15030095889c84894c2280a88b35e7162f3c52611",
  })
  void pixelsAreThoseOfAstropy(
      String file, int hdu, long count, long nan, double min, double max, double sum, String sha256)
      throws Exception {
    JsonNode pixels =
        inspect(file, "--pixels").get("hdus").get(hdu).get("frames").get(0).get("pixels");
    assertThat(pixels.get("count").asLong()).isEqualTo(count);
    assertThat(pixels.get("nan").asLong()).isEqualTo(nan);
    assertThat(pixels.get("min").asDouble()).isEqualTo(min);
    assertThat(pixels.get("max").asDouble()).isEqualTo(max);
    assertThat(pixels.get("sum").asDouble()).isCloseTo(sum, within(1e-12 * Math.abs(sum)));
    assertThat(pixels.get("mean").asDouble())
        .isCloseTo(sum / (count - nan), within(1e-12 * Math.abs(sum)));
    assertThat(pixels.get("sha256").asText()).isEqualTo(sha256);
  }

  @Test
  void compressionIsToldByContent() throws Exception {
    assertThat(inspect("formats-misc/gzip_fits_test.file").get("compression").asText())
        .isEqualTo("gzip");
    assertThat(inspect("formats-misc/test.fits.bz2").get("compression").asText())
        .isEqualTo("bzip2");
    assertThat(inspect("formats-misc/test.fits.Z").get("compression").asText())
        .isEqualTo("compress");
  }

  @Test
  void theCentreIsOnTheSky() throws Exception {
    JsonNode wcs = inspect("wcs/1904-66_TAN.fits").at("/hdus/0/wcs");
    assertThat(wcs.get("system").asText()).isEqualTo("RA/DEC");
    assertThat(wcs.get("projection").asText()).isEqualTo("TAN");
    assertThat(wcs.get("equinox").asDouble()).isEqualTo(2000);
    assertThat(wcs.get("ra").asDouble()).isCloseTo(284.908744580941, within(1e-9));
    assertThat(wcs.get("dec").asDouble()).isCloseTo(-66.300031247979, within(1e-9));
  }

  @Test
  void cubesAndExtensionsAreToldApart() throws Exception {
    JsonNode cube = inspect("cubes-mef/WFPC2u5780205r_c0fx.fits");
    assertThat(texts(cube.get("hdus"), "kind")).containsExactly("cube", "ascii_table");
    assertThat(texts(cube.at("/hdus/0/rejects"), "code")).containsExactly("UNSUPPORTED_DIMENSIONS");
    JsonNode planes = inspect("cubes-mef/WFPC2u5780205r_c0fx.fits", "--planes", "2-3");
    assertThat(texts(planes.at("/hdus/0/frames"), "image"))
        .containsExactly(
            "WFPC2u5780205r_c0fx.fits[0][*,*,2:2]", "WFPC2u5780205r_c0fx.fits[0][*,*,3:3]");
    JsonNode groups = inspect("formats-misc/random_groups.fits");
    assertThat(groups.at("/hdus/0/kind").asText()).isEqualTo("random_groups");
    assertThat(groups.at("/hdus/0/ignored").asText()).isEqualTo("it holds random groups");
  }

  @Test
  void brokenFilesAreRejectsAndCostNoOther() throws Exception {
    InspectRun run = InspectRun.of("--json", SharedData.path("broken/made"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.TOO_MANY_REJECTS);
    List<String> codes = new ArrayList<>();
    for (JsonNode file : run.json()) {
      List<String> ofFile = new ArrayList<>(texts(file.get("rejects"), "code"));
      file.get("hdus").forEach(hdu -> ofFile.addAll(texts(hdu.get("rejects"), "code")));
      codes.add(file.get("image").asText().substring(0, 3) + " " + String.join(" ", ofFile));
    }
    assertThat(codes)
        .contains(
            "b01 TRUNCATED",
            "b02 TRUNCATED",
            "b04 BAD_HEADER",
            "b06 EMPTY_FILE",
            "b07 TRUNCATED",
            "b08 CORRUPT_COMPRESSION",
            "b10 NOT_FITS")
        .hasSize(10);
  }
}
