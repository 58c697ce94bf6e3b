package org.kiramr.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.util.ToolRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kiramr.fits.Frame;
import org.kiramr.fits.PixelConversion;
import org.kiramr.jobs.extract.ExtractSettings;
import org.kiramr.jobs.simulate.SimulateCommand;
import org.kiramr.jobs.simulate.SimulatedFrame;

/** What the benchmarks work on is what they say. */
class BenchmarkInputTest {
  @TempDir private Path directory;

  @Test
  void frameIsThatOfTheCommand() throws Exception {
    Path sky = directory.resolve("sky");
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8)) {
      String[] args = {"--frames", "1", "--bands", "r", "--seed", "7", "-o", sky.toString()};
      JobConf conf = new JobConf();
      conf.set("hadoop.tmp.dir", directory.resolve("tmp").toString());
      assertThat(ToolRunner.run(conf, new SimulateCommand(out), args)).isZero();
    }
    List<Path> frames;
    try (Stream<Path> files = Files.walk(sky)) {
      frames = files.filter(file -> file.toString().endsWith(".fit")).toList();
    }
    assertThat(frames).hasSize(1);
    assertThat(SimulatedFrame.fits(7)).isEqualTo(Files.readAllBytes(frames.get(0)));
  }

  @ParameterizedTest
  @EnumSource
  void everyStorageHasTheSamePixels(Storage storage) throws IOException {
    FloatBuffer converted = FloatBuffer.allocate(2048 * 1489);
    new PixelConversion(FrameFiles.int16Data())
        .convert(pixels -> converted.put(pixels).flip().limit());
    try (Frame frame = new FrameSource(FrameFiles.file(storage)).read()) {
      assertThat(frame.width()).isEqualTo(2048);
      assertThat(frame.floatPixels().mismatch(converted)).as("first other pixel").isEqualTo(-1);
    }
  }

  @Test
  void parametersAreTheDefaultsOfTheCommand() {
    assertThat(Reference.PARAMETERS)
        .usingRecursiveComparison()
        .isEqualTo(ExtractSettings.parameters(new Configuration(false)));
  }
}
