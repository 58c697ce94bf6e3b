package org.kiramr.spark;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real survey frames that tests read. */
final class SharedData {
  private SharedData() {}

  /** A file or directory of it; where it is absent the test is skipped, or fails if this is CI. */
  static Path path(String relative) {
    Path folder = Path.of(System.getProperty("kira.shared.data", "../../../shared/data"));
    if (!Files.isDirectory(folder)) {
      String absent = "no real frames: " + folder.toAbsolutePath().normalize() + " is absent";
      if ("true".equals(System.getenv("CI"))) {
        fail(absent);
      }
      assumeTrue(false, absent);
    }
    return folder.resolve(relative).toAbsolutePath().normalize();
  }
}
