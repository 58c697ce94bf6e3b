package org.kiramr.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.record.SessionFile;
import org.kiramr.bench.record.Stage;

/**
 * The whole benchmark as a user runs it, through its launcher, on frames so small that its numbers
 * mean nothing: engines that every checkout can build.
 */
class BenchSmokeIT {
  private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
  private static final List<String> ENGINES = List.of("mr-local", "spark-local");

  @TempDir private Path folder;

  private String bench(int expectedCode, String... arguments)
      throws IOException, InterruptedException {
    return new Launcher(CHECKOUT, folder).run(expectedCode, "bench/bin/bench", arguments);
  }

  @Test
  void enginesAgreeAndEverythingIsRecorded() throws Exception {
    String frames = folder.resolve("frames").toString();
    bench(0, "data", "--frames", "5", "--size", "256x200", "--overlap", "32", "-o", frames);
    Path manifest = folder.resolve("frames.manifest");
    assertThat(manifest).isRegularFile();

    Path file = folder.resolve("session.json");
    String[] arguments = {
      "run",
      "--engines",
      String.join(",", ENGINES),
      "--manifest",
      manifest.toString(),
      "--frames",
      "2,4",
      "--repeats",
      "1",
      "-o",
      file.toString()
    };
    assertThat(bench(0, arguments)).contains("1/4 ", "4/4 ").doesNotContain("VOID");

    Session session = SessionFile.read(file);
    assertThat(session.runs())
        .extracting(run -> run.engine() + " " + run.frames())
        .containsExactlyInAnyOrder("mr-local 2", "mr-local 4", "spark-local 2", "spark-local 4");
    assertThat(session.runs()).allSatisfy(BenchSmokeIT::isComplete);
    for (int size : List.of(2, 4)) {
      assertThat(session.runs())
          .filteredOn(run -> run.frames() == size)
          .extracting(EngineRun::catalogSha256)
          .doesNotContain("")
          .hasSize(ENGINES.size())
          .matches(digests -> Set.copyOf(digests).size() == 1, "all equal");
    }
    assertThat(session.frameDetections().frames()).isEqualTo(4);
    assertThat(session.frameDetections().mean()).isPositive();
    assertThat(session.versions()).containsKeys("kira-mr", "libsep", "hadoop", "java", "commit");
    assertThat(session.machine()).containsKeys("processor", "cores", "memory", "kernel", "os");
    assertThat(session.settings())
        .containsEntry("cache", "warm")
        .containsEntry("reference", "mr-local");

    Path report = folder.resolve("report");
    bench(0, "report", file.toString(), "-o", report.toString());
    assertThat(report.resolve("report.html")).content().contains(ENGINES);

    assertThat(bench(2, arguments)).contains("--resume");
    assertThat(
            bench(2, "run", "--engines", "flink", "-m", manifest.toString(), "-n", "1", "-o", "x"))
        .contains("no such engine: flink");
  }

  private static void isComplete(EngineRun run) {
    assertThat(run.voidReason()).isNull();
    assertThat(run.exitCode()).isZero();
    assertThat(run.fields()).isPositive();
    assertThat(run.detections()).isPositive();
    assertThat(run.megapixels()).isEqualTo(run.frames() * 256 * 200 / 1e6);
    assertThat(run.wallSeconds()).isPositive();
    assertThat(run.cpuSeconds()).isBetween(0.1, 1.05 * run.cores() * run.wallSeconds());
    assertThat(run.peakMemoryBytes()).isGreaterThan(10L << 20);
    assertThat(run.readBytes()).isGreaterThan(run.bytes());
    assertThat(run.writtenBytes()).isPositive();
    assertThat(run.stageSeconds()).containsKeys(Stage.EXTRACT, Stage.DECODE, Stage.WRITE);
    assertThat(run.command()).isNotEmpty();
  }
}
