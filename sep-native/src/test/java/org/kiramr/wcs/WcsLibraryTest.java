package org.kiramr.wcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.ChildJvm;

class WcsLibraryTest {
  private static final String PROPERTY = "-D" + WcsLibrary.LIBRARY_PROPERTY + "=";

  @TempDir private Path directory;

  @Test
  void theCopyInTheJarComesFirst() throws Exception {
    assertThat(run(List.of(), Map.of())).startsWith("jar:/linux-").contains("longitude 150.0; ");
  }

  @Test
  void aNamedLibraryIsUsed() throws Exception {
    Path copy = directory.resolve("libwcs-named.so");
    Path resource = Path.of(WcsLibrary.path().orElseThrow().substring("jar:".length()));
    try (InputStream in = WcsLibrary.class.getResourceAsStream(resource.toString())) {
      Files.copy(in, copy);
    }
    assertThat(run(List.of(PROPERTY + copy), Map.of())).startsWith(copy.toString());
    assertThat(run(List.of(), Map.of(WcsLibrary.LIBRARY_VARIABLE, copy.toString())))
        .startsWith(copy.toString());
  }

  /** What the header says without the library stays. */
  @Test
  void withoutALibraryThereIsANote() throws Exception {
    Path missing = directory.resolve("missing.so");
    assertThat(run(List.of(PROPERTY + missing), Map.of()))
        .startsWith("none; longitude NaN; equinox 2000.0; libwcs cannot be used: ")
        .contains(missing + " (-Dkira.wcs.library)")
        .contains("no such file")
        .doesNotContain("the jar's");
  }

  @Test
  void anotherLibraryIsRefused() throws Exception {
    Path other = Path.of("/usr/lib/x86_64-linux-gnu/libm.so.6");
    assumeTrue(Files.exists(other), "no libm there");
    assertThat(run(List.of(PROPERTY + other), Map.of()))
        .startsWith("none; longitude NaN")
        .contains("wcs");
  }

  private String run(List<String> options, Map<String, String> environment) throws Exception {
    ChildJvm.Result result =
        ChildJvm.run(ChildJvm.command(options, WcsMain.class), directory, environment);
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output();
  }
}
