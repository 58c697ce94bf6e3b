package org.kiramr.sep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

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

  /** A byte a detection leaked would be seen; a background is 1 kB, a catalogue more than 10 kB. */
  private static final long FLAT_KILOBYTES = 4096;

  private static final Pattern GROWTH = Pattern.compile("detections (\\d+) growth (-?\\d+)");

  @Test
  void extractionsLeaveMemoryFlat() throws Exception {
    assertThat(growth()).isLessThan(FLAT_KILOBYTES);
  }

  /** The measure can fail: the smallest of SEP's structs, leaked, is seen. */
  @Test
  void aLeakWouldBeSeen() throws Exception {
    assertThat(growth("leak")).isGreaterThan(FLAT_KILOBYTES);
  }

  private static long growth(String... arguments) throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "no /proc here");
    ChildJvm.Result result =
        ChildJvm.run(ChildJvm.command(FIXED_HEAP, MemoryMain.class, arguments));
    Matcher matcher = GROWTH.matcher(result.output());
    assertThat(matcher.find()).as(result.output()).isTrue();
    assertThat(Long.parseLong(matcher.group(1))).isGreaterThan(100_000);
    return Long.parseLong(matcher.group(2));
  }
}
