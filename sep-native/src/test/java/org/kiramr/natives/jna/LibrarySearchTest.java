package org.kiramr.natives.jna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrarySearchTest {
  @TempDir private Path directory;

  @Test
  void everyPlaceAndReasonIsNamed() {
    LibraryLoadException e =
        catchThrowableOfType(
            LibraryLoadException.class,
            () ->
                LibrarySearch.first(
                    List.of(
                        new JarLibrary(directory, "/linux-none/libsep.so"),
                        new SystemLibrary("libsep-none.so.9")),
                    library -> library));
    assertThat(e)
        .hasMessageStartingWith("the jar's /linux-none/libsep.so: not on the class path; ")
        .hasMessageContaining("libsep-none.so.9 (the system's loader): ")
        .hasMessageContaining("cannot open shared object file");
    assertThat(e.getMessage()).doesNotContain("\n").doesNotContain("resource path");
    assertThat(e).hasCauseInstanceOf(FileNotFoundException.class);
    assertThat(e.getSuppressed()).hasSize(1);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aMissingFileIsNotSearchedForElsewhere() {
    Path missing = directory.resolve("libsep.so.0");
    LibraryLoadException e =
        catchThrowableOfType(
            LibraryLoadException.class,
            () ->
                LibrarySearch.first(
                    List.of(new ExplicitLibrary("-Dkey", missing)), library -> library));
    assertThat(e).hasMessage(missing + " (-Dkey): " + missing + ": no such file");
  }
}
