package org.kiramr.bench.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.DefaultParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.bench.cli.UsageException;
import org.kiramr.bench.record.FrameDetections;
import org.kiramr.bench.record.SessionFile;
import org.kiramr.bench.report.SyntheticSession;

class ExtrapolateCommandTest {
  @TempDir private Path folder;
  private Path session;

  @BeforeEach
  void writeSession() throws Exception {
    session = folder.resolve("session.json");
    SessionFile.write(
        new SyntheticSession()
            .engine("mr-yarn", 2, 25, 0.06, 50, 100, 200)
            .engine("mr-yarn-one-file", 2, 15, 1.56, 50, 100)
            .engine("spark-yarn", 2, 20, 0.055, 50, 100, 200)
            .engine("c-batch", 2, 0.1, 0.042, 50, 100, 200)
            .session(),
        session);
  }

  @Test
  void saysWhatLimitsEach() throws Exception {
    Path out = folder.resolve("cloud");
    run(
        "--data-set",
        "small",
        "--cores",
        "16,64",
        "--replications",
        "3",
        "--price-per-core-hour",
        "0.05",
        "-o",
        out.toString());
    JsonNode cloud = new ObjectMapper().readTree(out.resolve("cloud.json").toFile());
    assertThat(cloud.get("rows")).hasSize(2 * 14);
    double oneFile = seconds(cloud, Scenario.ONE_FILE, 16);
    double packed = seconds(cloud, "MapReduce, 128 MB a task", 16);
    double dynamic = seconds(cloud, "C, handed out", 16);
    double waves = seconds(cloud, "C, in waves", 16);
    assertThat(oneFile).isGreaterThan(5 * packed);
    assertThat(waves).isGreaterThan(1.1 * dynamic);
    assertThat(Files.readString(out.resolve("cloud.html")))
        .contains("</svg>")
        .contains(Cause.LAUNCH.words());
    assertThat(Files.readString(out.resolve("cloud.md"))).contains("Price at 0.05");
    assertThat(Files.readString(out.resolve("cloud.md")))
        .contains("How crowded frames are: assumed to be log-normal")
        .contains("of 33 runs that were repeated");
  }

  /** The one data set is crowded as the session says; 2,310 frames on 512 cores end with one. */
  @Test
  void aSessionThatTellsItsDetectionsReplacesTheAssumedSkew() throws Exception {
    Path assumed = folder.resolve("assumed");
    Path measured = folder.resolve("measured");
    String[] options = {"--data-set", "small", "--cores", "512", "--replications", "3", "-o"};
    run(with(options, assumed));
    SessionFile.write(
        SessionFile.read(session)
            .withFrameDetections(FrameDetections.of(List.of(500.0, 500.0, 500.0))),
        session);
    run(with(options, measured));
    assertThat(Files.readString(measured.resolve("cloud.md")))
        .contains(
            "measured on 3 frames of synthetic: median 500 detections a frame, nine of ten between"
                + " 500 and 500, at most 500")
        .doesNotContain("assumed to be log-normal");
    ObjectMapper json = new ObjectMapper();
    assertThat(seconds(json.readTree(measured.resolve("cloud.json").toFile()), "C, in waves", 512))
        .isLessThan(
            0.8
                * seconds(
                    json.readTree(assumed.resolve("cloud.json").toFile()), "C, in waves", 512));
  }

  /** The automatic rule has a range; sizes by hand are in the tables, and not in the plot. */
  @Test
  void tablesAndPlotStayReadable() throws Exception {
    Path out = folder.resolve("cloud");
    run("--cores", "16,512", "--replications", "1", "-o", out.toString());
    assertThat(Files.readString(out.resolve("cloud.md")))
        .contains("| MapReduce, automatic | 87–150 |")
        .contains("| Spark, 1024 MB a task | 151 |")
        .contains("Leaving the size of tasks to the program costs")
        .contains("and Python, are not simulated");
    try (Stream<Path> files = Files.walk(out)) {
      Path plot = files.filter(file -> file.endsWith("cloud-time.svg")).findFirst().orElseThrow();
      assertThat(Files.readString(plot))
          .contains("Spark, automatic")
          .doesNotContain("Spark, 1024 MB a task");
    }
  }

  @Test
  void theSameSeedGivesTheSameFiles() throws Exception {
    for (String name : new String[] {"a", "b"}) {
      run(
          "--data-set",
          "small",
          "--cores",
          "32",
          "--replications",
          "2",
          "--seed",
          "9",
          "-o",
          folder.resolve(name).toString());
    }
    assertThat(folder.resolve("a/cloud.json"))
        .hasSameTextualContentAs(folder.resolve("b/cloud.json"));
  }

  @Test
  void refusesWhatMakesNoSense() {
    String out = folder.resolve("cloud").toString();
    assertThatThrownBy(() -> run("--cores", "16,many", "-o", out))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("16,many");
    assertThatThrownBy(() -> run("--cores", "0", "-o", out)).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> run("--data-set", "huge", "-o", out))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("huge");
    assertThatThrownBy(() -> run("--measured-on", "another", "-o", out))
        .isInstanceOf(UsageException.class)
        .hasMessage("no session is of the data set another; there are: synthetic");
  }

  private static double seconds(JsonNode cloud, String scenario, int cores) {
    for (JsonNode row : cloud.get("rows")) {
      if (row.get("scenario").asText().equals(scenario) && row.get("cores").asInt() == cores) {
        return row.get("seconds").get("value").asDouble();
      }
    }
    throw new AssertionError("no row " + scenario + " on " + cores);
  }

  private static String[] with(String[] options, Path last) {
    String[] all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = last.toString();
    return all;
  }

  private void run(String... args) throws Exception {
    ExtrapolateCommand command = new ExtrapolateCommand();
    String[] all = new String[args.length + 1];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = session.toString();
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    assertThat(command.run(new DefaultParser(false).parse(command.options(), all), out)).isZero();
  }
}
