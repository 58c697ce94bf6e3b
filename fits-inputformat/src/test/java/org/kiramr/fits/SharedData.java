package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where the real survey frames are. */
public final class SharedData {
  private SharedData() {}

  /** The folder; skips the test if there is none, or fails it in CI. */
  public static Path folder() {
    Path folder = Path.of(System.getProperty("kira.shared.data", "../../shared/data"));
    boolean there = Files.isDirectory(folder);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("real frames in %s", folder.toAbsolutePath().normalize()).isTrue();
    }
    Assumptions.assumeTrue(there, () -> "no real frames in " + folder.toAbsolutePath().normalize());
    return folder;
  }
}
