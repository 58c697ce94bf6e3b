package org.kiramr.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs each benchmark once, from the jar that a user runs, so that none can rot. */
class BenchmarksIT {
  private static final List<String> BENCHMARKS =
      List.of(
          "ConversionBenchmark.convert",
          "DecodeBenchmark.decode",
          "FrameExtractorBenchmark.extract",
          "SepBenchmark.background",
          "SepBenchmark.circles",
          "SepBenchmark.ellipses",
          "SepBenchmark.extract",
          "SepBenchmark.kronRadii",
          "SepBenchmark.subtract");

  @TempDir private Path directory;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void everyBenchmarkRuns() throws IOException, InterruptedException {
    Path results = directory.resolve("results.csv");
    Path log = directory.resolve("log");
    Process jmh =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-jar",
                Path.of("target", "benchmarks.jar").toAbsolutePath().toString(),
                // once, in that JVM, without a warm-up; the first failure ends it
                "-bm",
                "ss",
                "-f",
                "0",
                "-wi",
                "0",
                "-i",
                "1",
                "-foe",
                "true",
                "-rf",
                "csv",
                "-rff",
                results.toString())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(jmh.waitFor()).as(() -> read(log)).isZero();
    } finally {
      jmh.destroyForcibly();
    }
    List<String> rows = Files.readAllLines(results);
    assertThat(rows.subList(1, rows.size()))
        .as("rows of the results")
        .hasSize(BENCHMARKS.size() + Storage.values().length - 1)
        .allSatisfy(row -> assertThat(row).contains(",\"ms/op\""));
    assertThat(rows).anySatisfy(row -> assertThat(row).endsWith(",RICE_1"));
    for (String benchmark : BENCHMARKS) {
      assertThat(rows).anySatisfy(row -> assertThat(row).contains("." + benchmark + "\""));
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
