package org.kiramr.wcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiramr.ChildJvm;

/**
 * 20,000 headers, broken ones among them, leave resident memory flat. In a JVM of its own whose
 * heap is all there from the start, so that what grows is native.
 */
class WcsMemoryIT {
  private static final List<String> FIXED_HEAP =
      List.of(
          "-Xms48m",
          "-Xmx48m",
          "-XX:+AlwaysPreTouch",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1");

  /**
   * What the JVM itself may still come to need, in kB; a wcsprm kept would be 20,000 times 2 kB.
   */
  private static final long SLACK = 3072;

  @Test
  void headersLeaveMemoryFlat() throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "no /proc here");
    ChildJvm.Result result = ChildJvm.run(ChildJvm.command(FIXED_HEAP, WcsMemoryMain.class));
    assertThat(result.output()).startsWith("growth ");
    assertThat(Long.parseLong(result.output().replaceAll("[^-\\d]", ""))).isLessThan(SLACK);
  }
}
