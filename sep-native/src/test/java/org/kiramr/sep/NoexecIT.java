package org.kiramr.sep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.ChildJvm;

/**
 * Loading where the temporary directory is mounted noexec: on a real mount, in a mount namespace of
 * its own, which needs root or user namespaces.
 */
class NoexecIT {
  private static final String MOUNT =
      "mount -t tmpfs -o noexec none \"$1\" && shift && exec \"$@\"";

  @TempDir private Path work;
  private Path noexec;

  @BeforeEach
  void mountIsPossible() throws Exception {
    noexec = Files.createDirectory(work.resolve("noexec"));
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/unshare"))
            && inNamespace(List.of("true")).exitCode() == 0,
        "no mount namespace can be made here");
    // A program on the mount does not start: the mount is what it should be.
    assertThat(
            inNamespace(List.of("sh", "-c", "cp /bin/true " + noexec + " && " + noexec + "/true")))
        .matches(result -> result.exitCode() == 126);
  }

  private ChildJvm.Result inNamespace(List<String> command) throws Exception {
    List<String> all =
        new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", MOUNT, "sh", noexec.toString()));
    all.addAll(command);
    return ChildJvm.run(all, work, Map.of());
  }

  private ChildJvm.Result load(String... options) throws Exception {
    return inNamespace(ChildJvm.command(List.of(options), LibraryMain.class));
  }

  @Test
  void aTemporaryDirectoryMountedNoexecIsPassedOver() throws Exception {
    ChildJvm.Result result = load("-Djava.io.tmpdir=" + noexec);
    assertThat(result.output()).contains("jar:/linux-").contains("found 3");
    assertThat(result.exitCode()).isZero();
    // It went to the working directory, and left nothing there.
    try (Stream<Path> left = Files.list(work)) {
      assertThat(left).containsExactly(noexec);
    }
  }

  @Test
  void jnasDirectoryMountedNoexecIsReplaced() throws Exception {
    ChildJvm.Result result = load("-Djna.tmpdir=" + noexec, "-Djava.io.tmpdir=" + noexec);
    assertThat(result.output()).contains("jar:/linux-").contains("found 3");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void aNamedDirectoryNeverFallsBack() throws Exception {
    ChildJvm.Result result = load("-Dkira.native.dir=" + noexec);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains(noexec + " (kira.native.dir): mounted noexec")
        .contains("-Dkira.native.dir=DIR");
  }
}
