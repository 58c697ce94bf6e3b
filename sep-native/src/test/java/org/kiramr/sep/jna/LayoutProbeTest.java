package org.kiramr.sep.jna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.natives.jna.LibraryLoadException;
import org.kiramr.natives.jna.LibraryNames;
import org.kiramr.natives.jna.LibrarySearch;
import org.kiramr.natives.jna.UnusableLibraryException;

class LayoutProbeTest {
  private static final String PROPERTY = "kira.test.layout-probe.library";

  @TempDir private Path directory;

  @AfterEach
  void forgetLibrary() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void knownAnswersAreRead() throws Exception {
    long[] narrow = {0x800000008L, 0x200000004L, 0x400000002L, 0x12345678_00000008L, 1, 2, 3};
    assertThat(LayoutProbe.classify(narrow)).isEqualTo(StructLayout.V1_2);
    long[] wide = {16, 16, 4, 2, 4, 8, 32};
    assertThat(LayoutProbe.classify(wide)).isEqualTo(StructLayout.V1_4);
  }

  @Test
  void otherAnswersAreRefused() {
    for (long[] answer :
        List.of(
            new long[] {0, 0, 0, 0, 0, 0, 0},
            new long[] {16, 16, 4, 2, 4, 8, 33},
            new long[] {0, 16, 16, 4, 2, 4, 8},
            new long[] {0x1000000010L, 0x200000004L, 0x800000004L, 32, 1, 2, 3})) {
      assertThatExceptionOfType(UnusableLibraryException.class)
          .isThrownBy(() -> LayoutProbe.classify(answer))
          .withMessageContaining("neither those of SEP 1.2 nor those of SEP 1.4");
    }
  }

  /** A libsep of the future, whose sep_bkg begins with a version. */
  @Test
  void aLibraryOfAnotherLayoutIsRefused() throws Exception {
    Path library =
        compile(
            """
            #include <stdlib.h>
            int sep_background(void *im, long bw, long bh, long fw, long fh, double t, long **bkg) {
              *bkg = calloc(16, sizeof(long));
              (*bkg)[0] = 2;
              (*bkg)[1] = (*bkg)[2] = 16;
              return 0;
            }
            void sep_bkg_free(long *bkg) { free(bkg); }
            """);
    assertThatExceptionOfType(LibraryLoadException.class)
        .isThrownBy(() -> load(library))
        .withMessageContaining(library + " (-D" + PROPERTY + "): its structs are neither")
        .withCauseInstanceOf(UnusableLibraryException.class);
  }

  @Test
  void aLibraryWhoseProbeFailsIsRefused() throws Exception {
    Path library =
        compile(
            """
            int sep_background(void *im, long bw, long bh, long fw, long fh, double t, void **bkg) {
              return 3;
            }
            void sep_bkg_free(void *bkg) {}
            """);
    assertThatExceptionOfType(LibraryLoadException.class)
        .isThrownBy(() -> load(library))
        .withMessageContaining("the probe's sep_background gave status 3");
  }

  @Test
  void aLibraryThatIsNotSepIsRefused() throws Exception {
    Path library = compile("int other(void) { return 0; }\n");
    assertThatExceptionOfType(LibraryLoadException.class)
        .isThrownBy(() -> load(library))
        .withMessageContaining("sep_background");
  }

  private static void load(Path library) throws LibraryLoadException {
    System.setProperty(PROPERTY, library.toString());
    LibrarySearch.search(
        new LibraryNames("none.so", "none.so.0", PROPERTY, "KIRA_TEST_NONE"), SepFacts::of);
  }

  private Path compile(String source) throws Exception {
    Path gcc = Path.of("/usr/bin/gcc");
    assumeTrue(Files.isExecutable(gcc), "no gcc here");
    Path file = Files.writeString(directory.resolve("fake.c"), source);
    Path library = directory.resolve("fake.so");
    Process process =
        new ProcessBuilder(
                gcc.toString(), "-w", "-shared", "-fPIC", "-o", library.toString(), file.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    return library;
  }
}
