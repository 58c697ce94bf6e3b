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
import org.apache.commons.cli.DefaultParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.bench.cli.UsageException;
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
    assertThat(cloud.get("rows")).hasSize(2 * 10);
    double oneFile = seconds(cloud, Scenario.ONE_FILE, 16);
    double packed = seconds(cloud, "MapReduce, 128 MB a map", 16);
    double dynamic = seconds(cloud, "C, handed out", 16);
    double waves = seconds(cloud, "C, in waves", 16);
    assertThat(oneFile).isGreaterThan(5 * packed);
    assertThat(waves).isGreaterThan(1.1 * dynamic);
    assertThat(Files.readString(out.resolve("cloud.html")))
        .contains("</svg>")
        .contains(Cause.LAUNCH.words());
    assertThat(Files.readString(out.resolve("cloud.md"))).contains("Price at 0.05");
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

  private void run(String... args) throws Exception {
    ExtrapolateCommand command = new ExtrapolateCommand();
    String[] all = new String[args.length + 1];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = session.toString();
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    assertThat(command.run(new DefaultParser(false).parse(command.options(), all), out)).isZero();
  }
}
