package org.kiramr.natives.jna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choice of a directory; that a noexec mount is seen, NoexecIT tests. */
class UnpackDirectoryTest {
  @TempDir private Path directory;

  @Test
  void theFirstThatWorksIsChosenAndLeftEmpty() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");
    Path good = directory.resolve("made/when/needed");
    Map<String, Path> candidates = new LinkedHashMap<>();
    candidates.put("below a file", file.resolve("below"));
    candidates.put("good", good);
    candidates.put("later", directory);
    assertThat(UnpackDirectory.choose(candidates)).isEqualTo(good);
    assertThat(good).isEmptyDirectory();
  }

  @Test
  void everyDirectoryTriedIsNamed() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");
    Map<String, Path> candidates = new LinkedHashMap<>();
    candidates.put("one", file.resolve("below"));
    candidates.put("two", file);
    LibraryLoadException e =
        catchThrowableOfType(LibraryLoadException.class, () -> UnpackDirectory.choose(candidates));
    assertThat(e)
        .hasMessageContaining(file.resolve("below") + " (one): ")
        .hasMessageContaining(file + " (two): ")
        .hasMessageContaining("-Dkira.native.dir=DIR");
  }

  @Test
  void filesHaveNamesOfTheirOwn() throws Exception {
    Path one = UnpackDirectory.createFile(directory);
    Path two = UnpackDirectory.createFile(directory);
    assertThat(one).isNotEqualTo(two);
  }
}
