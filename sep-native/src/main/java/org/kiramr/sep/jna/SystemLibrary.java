package org.kiramr.sep.jna;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * The library that the system's loader finds.
 *
 * @param name its soname
 */
record SystemLibrary(String name) implements LibraryCandidate {
  /** The soname of SEP 1.2 and of SEP 1.4 alike. */
  static final SystemLibrary LIBSEP = new SystemLibrary("libsep.so.0");

  @Override
  public LoadedLibrary open() throws IOException, UnknownLayoutException {
    LibraryOpener library = LibraryOpener.open(name);
    File file = library.file();
    if (file == null || !file.isFile()) {
      return library.describe(Origin.SYSTEM, name, Optional.empty(), Optional.empty());
    }
    String sha256 = LibraryOpener.sha256(Files.readAllBytes(file.toPath()));
    return library.describe(Origin.SYSTEM, file.toString(), Optional.empty(), Optional.of(sha256));
  }

  @Override
  public String toString() {
    return name + " (the system's loader)";
  }
}
