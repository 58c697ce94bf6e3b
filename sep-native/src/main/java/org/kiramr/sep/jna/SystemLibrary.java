package org.kiramr.sep.jna;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The library that the system's loader finds.
 *
 * @param name its soname
 */
record SystemLibrary(String name) implements LibraryCandidate {
  /** The soname of SEP 1.2 and of SEP 1.4 alike. */
  static final SystemLibrary LIBSEP = new SystemLibrary("libsep.so.0");

  private static final Path MAPPINGS = Path.of("/proc/self/maps");

  @Override
  public LoadedLibrary open() throws IOException, UnknownLayoutException {
    LibraryOpener library = LibraryOpener.open(name);
    Optional<Path> file = mappedFile();
    Optional<String> sha256 = Optional.empty();
    if (file.isPresent()) {
      sha256 = Optional.of(LibraryOpener.sha256(Files.readAllBytes(file.get())));
    }
    String path = file.map(Path::toString).orElse(name);
    return library.describe(Origin.SYSTEM, path, Optional.empty(), sha256);
  }

  /** The file that the loader found; it does not tell, but the kernel does. */
  private Optional<Path> mappedFile() throws IOException {
    if (!Files.isReadable(MAPPINGS)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(MAPPINGS)) {
      return lines
          .filter(line -> line.contains("/" + name))
          .map(line -> Path.of(line.substring(line.indexOf('/'))))
          .filter(Files::isRegularFile)
          .findFirst();
    }
  }

  @Override
  public String toString() {
    return name + " (the system's loader)";
  }
}
