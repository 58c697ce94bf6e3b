package org.kiramr.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.util.ToolRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiramr.jobs.simulate.SimulateCommand;

/** Spark writes what MapReduce writes, byte for byte, however it reads. */
class SparkSameRowsIT {
  private static final Pattern COUNTER = Pattern.compile("\"([A-Z_]+)\" : (\\d+)");
  private static final List<String> TIMES =
      List.of("READ", "DECODE", "BACKGROUND", "EXTRACT", "PHOTOMETRY", "SKY", "SHUFFLE", "WRITE");

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  @TempDir private static Path directory;
  private static Path sky;
  private static Extraction reference;

  /** Four frames of two fields, names that a glob would misread, an empty file and half a file. */
  @BeforeAll
  static void extractOnMapReduce() throws Exception {
    sky = directory.resolve("sky");
    int simulated =
        ToolRunner.run(
            new JobConf(),
            new SimulateCommand(new PrintStream(directory.resolve("printed").toFile(), UTF_8)),
            new String[] {"-o", sky.toString(), "--frames", "4", "--size", "400x300"});
    assertThat(simulated).isZero();
    try (Stream<Path> files = Files.walk(sky)) {
      Path frame =
          files.filter(file -> file.toString().contains("fpC-")).sorted().findFirst().get();
      Files.copy(frame, sky.resolve("a, {b,c} [d-e] *?.fit"));
      byte[] bytes = Files.readAllBytes(frame);
      Files.write(sky.resolve("half.fit"), Arrays.copyOf(bytes, bytes.length / 2));
    }
    Files.createFile(sky.resolve("empty.fit"));
    reference = Extraction.byMapReduce(directory.resolve("mapreduce"), options());
    assertThat(reference.exitCode()).isEqualTo(3);
    assertThat(reference.rows("catalog")).hasSizeGreaterThan(20);
    assertThat(reference.rows("rejects")).hasSize(2);
    assertThat(reference.rows("files")).hasSize(7);
  }

  private static String[] options() {
    return new String[] {"-i", sky.toString(), "--reducers", "3"};
  }

  @ParameterizedTest
  @ValueSource(strings = {"inputformat", "binaryfiles"})
  void onSimulatedAndBrokenFrames(String mode) throws Exception {
    Extraction spark =
        Extraction.bySpark(
            directory.resolve(mode),
            Stream.concat(Stream.of(options()), Stream.of("--mode", mode)).toArray(String[]::new));

    reference.assertSame(spark);
    assertThat(counters(spark)).containsExactlyElementsOf(counters(reference));
    assertThat(spark.provenance())
        .contains("\"engine\" : \"spark\"", "\"mode\" : \"" + mode + "\"", "\"spark\" : \"3.5.");
    assertThat(spark.provenance()).containsPattern("\"EXTRACT\" : [1-9]");
    assertThat(spark.provenance()).containsPattern("\"DECODE\" : [1-9]");
    assertThat(spark.provenance()).containsPattern("\"SHUFFLE\" : \\d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inputformat", "binaryfiles"})
  void onRealFrames(String mode) throws Exception {
    String[] inputs = {
      "-i", SharedData.path("broken").toString(),
      "-i", SharedData.path("sdss-fpC/fpC-001729-r3-0083.fit.gz").toString(),
      "-i", SharedData.path("sdss-fpC/fpC-001740-r2-0022.fit.gz").toString()
    };
    Path once = directory.resolve("real");
    Extraction mapReduce =
        Files.exists(once) ? new Extraction(once, 3) : Extraction.byMapReduce(once, inputs);

    Extraction spark =
        Extraction.bySpark(
            directory.resolve("real-" + mode),
            Stream.concat(Stream.of(inputs), Stream.of("--mode", mode)).toArray(String[]::new));

    mapReduce.assertSame(spark);
    assertThat(counters(spark)).containsExactlyElementsOf(counters(mapReduce));
    assertThat(spark.rows("rejects")).hasSize(17);
  }

  @Test
  void throughTheLauncher() throws Exception {
    Path output = directory.resolve("launched");
    Path printed = directory.resolve("launched.txt");
    Process process =
        new ProcessBuilder(
                "bin/kira-spark",
                "extract",
                "--master",
                "local[2]",
                "--one-file-per-map",
                "-i",
                sky.toString(),
                "--reducers",
                "3",
                "-o",
                output.toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }

    String said = Files.readString(printed);
    assertThat(process.exitValue()).as(said).isEqualTo(3);
    assertThat(said).startsWith("Spark's log: ").contains("sha256: ").doesNotContain("WARN");
    reference.assertSame(new Extraction(output, process.exitValue()));
  }

  private static List<String> counters(Extraction extraction) throws Exception {
    Matcher matcher = COUNTER.matcher(extraction.provenance());
    return matcher
        .results()
        .filter(counter -> !TIMES.contains(counter.group(1)))
        .map(counter -> counter.group(1) + "=" + counter.group(2))
        .toList();
  }
}
