package org.kiramr.sep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.ChildJvm;

class SepLibraryTest {
  private static final String PROPERTY = "-D" + SepLibrary.LIBRARY_PROPERTY + "=";

  /** Set by SepLayout14IT, to be sure that it tests what it says. */
  private static final String EXPECTED_LAYOUT = System.getProperty("kira.test.layout");

  @TempDir private Path directory;

  @Test
  void theLibraryTellsWhatItIs() {
    SepLibrary library = SepLibrary.load();
    assertThat(SepLibrary.isAvailable()).isTrue();
    assertThat(library.versionString()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(library.sha256().orElseThrow()).matches("[0-9a-f]{64}");
    assertThat(library.toString()).contains(library.path()).contains(library.layout().name());
    if (EXPECTED_LAYOUT != null) {
      assertThat(library.layout()).hasToString(EXPECTED_LAYOUT);
      assertThat(library.origin()).isEqualTo(SepOrigin.EXPLICIT);
      assertThat(library.path()).isEqualTo(System.getProperty(SepLibrary.LIBRARY_PROPERTY));
    }
  }

  @Test
  void theCopyInTheJarComesBeforeTheSystems() throws Exception {
    ChildJvm.Result result = ChildJvm.run(ChildJvm.command(List.of(), LibraryMain.class));
    assertThat(result.output()).contains("jar:/linux-").contains("origin JAR").contains("found 3");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void aNamedLibraryIsUsed() throws Exception {
    Path copy = copyOfLibrary("libsep-named.so");
    ChildJvm.Result result =
        ChildJvm.run(ChildJvm.command(List.of(PROPERTY + copy), LibraryMain.class));
    assertThat(result.output()).contains(copy.toString()).contains("origin EXPLICIT");
    ChildJvm.Result fromEnvironment =
        ChildJvm.run(
            ChildJvm.command(List.of(), LibraryMain.class),
            directory,
            Map.of(SepLibrary.LIBRARY_VARIABLE, copy.getFileName().toString()));
    assertThat(fromEnvironment.output()).contains(copy.toString()).contains("origin EXPLICIT");
  }

  @Test
  void aNamedLibraryNeverFallsBack() throws Exception {
    Path missing = directory.resolve("missing.so");
    ChildJvm.Result result =
        ChildJvm.run(
            ChildJvm.command(List.of(PROPERTY + missing), LibraryMain.class),
            directory,
            Map.of(SepLibrary.LIBRARY_VARIABLE, copyOfLibrary("good.so").toString()));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .startsWith("false: libsep cannot be used. Searched: ")
        .contains(missing + " (-Dkira.sep.library)")
        .contains("no such file")
        .contains("install the package libsep0")
        .contains("-Dkira.sep.library=PATH")
        .doesNotContain("the jar's")
        .doesNotContain("good.so");
  }

  @Test
  void whatIsNoLibraryIsRefusedWithTheLoadersReason() throws Exception {
    Path text = Files.writeString(directory.resolve("text.so"), "not a library");
    ChildJvm.Result result =
        ChildJvm.run(ChildJvm.command(List.of(PROPERTY + text), LibraryMain.class));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).contains(text.toString()).doesNotContain("the jar's");
  }

  /** A copy of the jar's libsep, which any child JVM can load, whichever one this JVM has. */
  private Path copyOfLibrary(String name) throws IOException {
    Path copy = directory.resolve(name);
    for (String platform : List.of("linux-x86-64", "linux-aarch64")) {
      try (InputStream in = SepLibrary.class.getResourceAsStream("/" + platform + "/libsep.so")) {
        if (in != null) {
          Files.copy(in, copy);
          return copy;
        }
      }
    }
    throw new IOException("the build put no libsep on the class path");
  }
}
