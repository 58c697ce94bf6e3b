package org.kiramr.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A frame of 20,000 x 20,000 floats, 1.6 GB of pixels, read and extracted by a process with the
 * memory of a worker of 4 GB.
 */
class LargeFrameTest {
  private static final int SIDE = 20_000;
  private static final int STARS = (SIDE / LargeSky.STEP) * (SIDE / LargeSky.STEP);
  private static final List<String> MEMORY = List.of("-Xmx1g", "-XX:MaxDirectMemorySize=2g");

  /** Resident memory of the whole process, native code and stacks included. */
  private static final long MOST_KILOBYTES = 4_000_000;

  @TempDir private Path folder;

  @EnabledIfSystemProperty(
      named = "kira.test.large",
      matches = "true",
      disabledReason = "takes minutes: -Dkira.test.large=true switches it on")
  @Test
  void twentyThousandPixelsSquare() throws IOException, InterruptedException {
    String[] result = work(SIDE).split(" ", -1);
    assertThat(Integer.parseInt(result[0])).as("detections").isEqualTo(STARS);
    assertThat(Double.parseDouble(result[1])).as("pixels from a star").isLessThan(0.1);
    assertThat(Long.parseLong(result[2])).as("kB at most").isLessThan(MOST_KILOBYTES);
  }

  private String work(int side) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> program =
        List.of("-cp", classPath, LargeFrameWorker.class.getName(), Integer.toString(side));
    ProcessBuilder builder =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(MEMORY);
    builder.command().addAll(program);
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      assertThat(process.waitFor(15, TimeUnit.MINUTES)).as("ended in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    String text = Files.readString(output).strip();
    assertThat(process.exitValue()).as(text).isZero();
    return text.lines().reduce((first, last) -> last).orElse("");
  }
}
