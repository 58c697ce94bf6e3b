package org.kiramr.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.record.SessionFile;

/** Engines that are not ours, which write a catalogue and nothing else. */
class ExternalEngineIT {
  private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void rowsThatDifferWithinTheTolerancesCountAndOthersAreVoid() throws Exception {
    Launcher launcher = new Launcher(CHECKOUT, folder);
    Path frames = folder.resolve("frames");
    launcher.run(
        0,
        "bench/bin/bench",
        "data",
        "--frames",
        "3",
        "--size",
        "256x200",
        "--overlap",
        "32",
        "-o",
        frames.toString());
    Path extracted = folder.resolve("extracted");
    // of a list, as engines get one: images of a directory are named by their paths in it
    launcher.run(
        0, "mr-jobs/bin/kira", "extract", "-i", "@" + list(frames), "-o", extracted.toString());
    List<String> rows = rows(extracted);
    write("near.csv", withRadius(rows, Math::nextUp));
    write("far.csv", withRadius(rows, radius -> radius * 1.001));

    Path file = folder.resolve("session.json");
    String said =
        launcher.run(
            3,
            "bench/bin/bench",
            "run",
            "--engines",
            "near,far",
            "--engine-command",
            engine("near"),
            "--engine-command",
            engine("far"),
            "--manifest",
            folder.resolve("frames.manifest").toString(),
            "--frames",
            "3",
            "--repeats",
            "1",
            "-o",
            file.toString());

    Session session = SessionFile.read(file);
    EngineRun near = run(session, "near");
    EngineRun far = run(session, "far");
    assertThat(near.voidReason()).as(said).isNull();
    assertThat(near.borderRows()).isZero();
    assertThat(near.detections()).isEqualTo(rows.size() - 1).isPositive();
    assertThat(near.catalogSha256()).isNotEqualTo(far.catalogSha256());
    assertThat(far.voidReason()).contains("kira compare ended with 3", "different");
    assertThat(said).contains("VOID", "kron_radius");
  }

  private Path list(Path frames) throws IOException {
    try (Stream<Path> files = Files.walk(frames)) {
      return Files.write(
          folder.resolve("list.txt"),
          files.map(Path::toString).filter(file -> file.endsWith(".fit")).sorted().toList());
    }
  }

  /** It reads its list, and copies what was made before. */
  private String engine(String name) {
    return name
        + "=test -s {list} && mkdir {output} && cp '"
        + folder.resolve(name + ".csv")
        + "' {output}/catalog.csv";
  }

  private static EngineRun run(Session session, String engine) {
    return session.runs().stream().filter(run -> run.engine().equals(engine)).findFirst().get();
  }

  /** The line of names, and the rows of all parts. */
  private static List<String> rows(Path output) throws IOException {
    List<String> rows = new ArrayList<>();
    try (Stream<Path> parts = Files.list(output.resolve("catalog"))) {
      for (Path part : parts.filter(file -> file.toString().endsWith(".ecsv")).sorted().toList()) {
        List<String> lines =
            Files.readAllLines(part).stream().filter(line -> !line.startsWith("#")).toList();
        rows.addAll(rows.isEmpty() ? lines : lines.subList(1, lines.size()));
      }
    }
    return rows;
  }

  /** With another Kron radius in the first row that has one. */
  private static List<String> withRadius(List<String> rows, DoubleUnaryOperator change) {
    int column = List.of(rows.get(0).split(",", -1)).indexOf("kron_radius");
    List<String> changed = new ArrayList<>(rows);
    for (int i = 1; i < rows.size(); i++) {
      String[] values = rows.get(i).split(",", -1);
      double radius = Double.parseDouble(values[column]);
      if (radius > 0) {
        values[column] = Double.toString(change.applyAsDouble(radius));
        changed.set(i, String.join(",", values));
        return changed;
      }
    }
    throw new AssertionError("no row has a Kron radius");
  }

  private void write(String name, List<String> rows) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", rows) + "\n");
  }
}
