package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.jobs.SharedData;
import org.kiramr.jobs.cli.ExitCode;

/** Frames of files with several HDUs and of cubes, from the option to the tables. */
class CubesAndExtensionsIT {
  private static final String WFPC2 = "WFPC2u5780205r_c0fx.fits";

  @TempDir private Path directory;

  private RunOutput extract(int exitCode, Path input, String... options) throws Exception {
    Path out = directory.resolve("out" + String.join("", options).replaceAll("\\W", ""));
    assertThat(new LocalRun().input(input).with(options).to(out)).isEqualTo(exitCode);
    return new RunOutput(out);
  }

  @Test
  void planesAreFramesOfTheirOwn() throws Exception {
    RunOutput output =
        extract(ExitCode.DONE, SharedData.path("cubes-mef/" + WFPC2), "--planes", "all");
    assertThat(output.table("frames"))
        .extracting(row -> row.get("image"), row -> row.get("hdu"), row -> row.get("width"))
        .containsExactly(
            plane(WFPC2 + "[0][*,*,1:1]"),
            plane(WFPC2 + "[0][*,*,2:2]"),
            plane(WFPC2 + "[0][*,*,3:3]"),
            plane(WFPC2 + "[0][*,*,4:4]"));
    assertThat(output.sortedLines("catalog")).isNotEmpty().doesNotHaveDuplicates();
    assertThat(output.table("files"))
        .singleElement()
        .satisfies(
            row -> assertThat(row).containsEntry("image", WFPC2).containsEntry("frames", "4"))
        .satisfies(row -> assertThat(row).containsEntry("hdus_ignored", "1"));
    JsonNode provenance =
        new ObjectMapper().readTree(output.directory().resolve("_provenance.json").toFile());
    assertThat(provenance.at("/parameters/kira.extract.planes").asText()).isEqualTo("all");
    assertThat(provenance.at("/counters/DUPLICATE_FRAMES").asInt()).isZero();
  }

  private static Tuple plane(String image) {
    return Tuple.tuple(image, "0", "200");
  }

  @Test
  void aCubeThatNobodyAskedForSaysHowToAsk() throws Exception {
    RunOutput output = extract(ExitCode.TOO_MANY_REJECTS, SharedData.path("cubes-mef/" + WFPC2));
    assertThat(output.table("rejects"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("code", "UNSUPPORTED_DIMENSIONS");
              assertThat(row.get("reason")).contains("200 x 200 x 4", "--planes all");
            });
  }

  @Test
  void onlyChosenHdusAreFrames() throws Exception {
    RunOutput output =
        extract(ExitCode.TOO_MANY_REJECTS, SharedData.path("cubes-mef"), "--hdu", "sci:2,Image");
    assertThat(output.table("frames"))
        .extracting(row -> row.get("image").substring(0, 5) + row.get("hdu"))
        .containsExactlyInAnyOrder("hspir1", "o4sp04", "wfpc22");
    List<Map<String, String>> rejects = output.table("rejects");
    assertThat(rejects)
        .extracting(row -> row.get("image").substring(0, 5) + row.get("code") + row.get("hdu"))
        .containsExactlyInAnyOrder(
            "WFPC2NO_SUCH_HDU-1", "fermiNO_SUCH_HDU-1", "iris_NO_SUCH_HDU-1", "scienNO_SUCH_HDU-1");
    assertThat(rejects)
        .allSatisfy(row -> assertThat(row.get("reason")).contains("--hdu sci:2,Image"));
  }

  @Test
  void framesAndRejectsOfADirectoryHaveKeysOfTheirOwn() throws Exception {
    RunOutput output =
        extract(ExitCode.TOO_MANY_REJECTS, SharedData.path("cubes-mef"), "--planes", "2-3");
    HashSet<List<String>> keys = new HashSet<>();
    for (String table : List.of("frames", "rejects")) {
      for (Map<String, String> row : output.table(table)) {
        assertThat(keys.add(List.of(row.get("image"), row.get("hdu")))).as("%s", row).isTrue();
      }
    }
    assertThat(output.table("rejects"))
        .as("iris has two planes")
        .anySatisfy(
            row -> {
              assertThat(row.get("image")).startsWith("iris").endsWith(".fits");
              assertThat(row).containsEntry("code", "NO_SUCH_PLANE");
            });
  }
}
