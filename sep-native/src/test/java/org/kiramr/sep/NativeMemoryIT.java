package org.kiramr.sep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kiramr.ChildJvm;

/**
 * 5,000 extractions, failures among them, leave resident memory flat. In a JVM of its own whose
 * heap is all there from the start, so that what grows is native.
 */
class NativeMemoryIT {
  private static final List<String> FIXED_HEAP =
      List.of(
          "-Xms48m",
          "-Xmx48m",
          "-XX:+AlwaysPreTouch",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1");

  /** What the JVM itself may still come to need, in kB. */
  private static final long SLACK = 3072;

  /**
   * Bytes that libsep itself loses at each extraction, for each detection: up to SEP 1.4.1 it
   * allocates the columns cflux and flux twice (pull request 170 of sep-developers/sep). Nothing
   * outside of it can free them.
   */
  private static final int LOST_BY_SEP = 2 * Float.BYTES;

  /** What malloc adds to the two columns, and rounding. */
  private static final int LOST_BY_MALLOC = 2 * 24;

  private static final Pattern GROWTH = Pattern.compile("detections (\\d+) growth (-?\\d+)");

  @Test
  void extractionsLeaveMemoryFlat() throws Exception {
    assertThat(unexplainedGrowth()).isLessThan(SLACK);
  }

  /** The measure can fail: backgrounds left open are seen. */
  @Test
  void aLeakWouldBeSeen() throws Exception {
    assertThat(unexplainedGrowth("leak")).isGreaterThan(SLACK);
  }

  /** Growth in kB, less what is known to be libsep's. */
  private static long unexplainedGrowth(String... arguments) throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "no /proc here");
    ChildJvm.Result result =
        ChildJvm.run(ChildJvm.command(FIXED_HEAP, MemoryMain.class, arguments));
    Matcher matcher = GROWTH.matcher(result.output());
    assertThat(matcher.find()).as(result.output()).isTrue();
    long detections = Long.parseLong(matcher.group(1));
    assertThat(detections).isGreaterThan(5000);
    long known = detections * LOST_BY_SEP + 5000L * LOST_BY_MALLOC;
    return Long.parseLong(matcher.group(2)) - known / 1024;
  }
}
