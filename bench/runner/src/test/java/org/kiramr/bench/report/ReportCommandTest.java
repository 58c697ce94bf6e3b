package org.kiramr.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.cli.DefaultParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.bench.cli.UsageException;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.record.SessionFile;

class ReportCommandTest {
  @TempDir private Path folder;
  private Path session;

  @BeforeEach
  void writeSession() throws Exception {
    session = folder.resolve("session.json");
    SessionFile.write(
        new SyntheticSession()
            .engine("c-batch", 2, 0.1, 0.04, 50, 100, 200)
            .engine("c-batch", 1, 0.1, 0.08, 50, 100, 200)
            .engine("mr-local", 2, 3.6, 0.05, 50, 100, 200)
            .engine("mr-yarn", 2, 30, 0.06, 50, 100, 200)
            .engine("mr-yarn-one-file", 2, 15, 1.5, 50, 100)
            .engine("spark-yarn", 2, 18, 0.06, 50, 100, 200)
            .session(),
        session);
  }

  @Test
  void writesAllThreeForms() throws Exception {
    Path notes = folder.resolve("notes.md");
    Files.writeString(notes, "The machine was *quiet*.");
    Path out = folder.resolve("report");
    int code =
        run(
            session.toString(),
            "--model",
            "../results/model.json",
            "--notes",
            notes.toString(),
            "-o",
            out.toString());
    assertThat(code).isZero();
    assertThat(out.resolve("report.json")).isNotEmptyFile();
    assertThat(Files.readString(out.resolve("report.md"))).contains("The machine was *quiet*.");
    String html = Files.readString(out.resolve("report.html"));
    assertThat(html)
        .contains("<em>quiet</em>")
        .contains("Expected and measured")
        .contains("mr-yarn-one-file")
        .contains("</svg>");
    // the only address is the name of SVG's XML: nothing is fetched
    assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
  }

  @Test
  void dataSetsOfOneNameAndTwoManifestsAreKeptApart() throws Exception {
    Session first = SessionFile.read(session);
    Path same = folder.resolve("same.json");
    SessionFile.write(first, same);
    Path out = folder.resolve("pooled");
    assertThat(run(session.toString(), same.toString(), "-o", out.toString())).isZero();
    assertThat(dataSets(out)).containsOnly("synthetic");

    Path other = folder.resolve("other.json");
    SessionFile.write(
        new Session(
            first.schema(),
            first.title(),
            first.started(),
            first.ended(),
            first.machine(),
            first.versions(),
            first.dataSet(),
            "123456789",
            first.settings(),
            first.runs(),
            null),
        other);
    assertThat(run(session.toString(), other.toString(), "-o", out.toString())).isZero();
    assertThat(dataSets(out))
        .containsOnly("synthetic (manifest 00)", "synthetic (manifest 12345678)");
  }

  @Test
  void sessionsOfTwoCommitsAreKeptApart() throws Exception {
    Path out = folder.resolve("commits");
    String first = measured("first.json", "0123456789abcdef", false);
    assertThat(run(first, measured("again.json", "0123456789abcdef", false), "-o", out.toString()))
        .isZero();
    assertThat(dataSets(out)).containsOnly("synthetic");

    assertThat(run(first, measured("later.json", "fedcba9876543210", false), "-o", out.toString()))
        .isZero();
    assertThat(dataSets(out))
        .containsOnly("synthetic (commit 01234567)", "synthetic (commit fedcba98)");

    assertThat(run(first, measured("dirty.json", "0123456789abcdef", true), "-o", out.toString()))
        .isZero();
    assertThat(dataSets(out))
        .containsOnly(
            "synthetic (commit 01234567)",
            "synthetic (commit 01234567 with changes, 2000-01-01T00:00:00Z)");
  }

  private String measured(String name, String commit, boolean changed) throws Exception {
    Path path = folder.resolve(name);
    SessionFile.write(
        new SyntheticSession()
            .commit(commit, changed)
            .engine("c-batch", 2, 0.1, 0.04, 50, 100)
            .session(),
        path);
    return path.toString();
  }

  private static Set<String> dataSets(Path report) throws Exception {
    Set<String> names = new TreeSet<>();
    JsonNode series =
        new ObjectMapper().readTree(report.resolve("report.json").toFile()).path("series");
    series.forEach(one -> names.add(one.path("key").path("dataSet").asText()));
    return names;
  }

  @Test
  void voidRunsGiveTheirExitCode() throws Exception {
    Path path = folder.resolve("void.json");
    SessionFile.write(
        new SyntheticSession()
            .engine("c-batch", 2, 0.1, 0.04, 50, 100)
            .run("mr-local", 50, "its rows differ", "bb")
            .session(),
        path);
    assertThat(run(path.toString(), "-o", folder.resolve("r").toString())).isEqualTo(3);
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> run("-o", folder.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no session");
    assertThatThrownBy(() -> run(session.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--output");
    assertThatThrownBy(() -> run("absent.json", "-o", folder.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("absent.json");
  }

  private static int run(String... args) throws Exception {
    ReportCommand command = new ReportCommand();
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    return command.run(new DefaultParser(false).parse(command.options(), args), out);
  }
}
