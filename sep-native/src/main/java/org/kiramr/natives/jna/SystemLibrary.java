package org.kiramr.natives.jna;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
  private static final Path MAPPINGS = Path.of("/proc/self/maps");

  @Override
  public <T> FoundLibrary<T> open(LibraryCheck<T> check)
      throws IOException, UnusableLibraryException {
    T facts = LibraryOpener.open(name, check);
    Optional<Path> file = mappedFile();
    Optional<String> sha256 = Optional.empty();
    if (file.isPresent()) {
      sha256 = Optional.of(LibraryOpener.sha256(Files.readAllBytes(file.get())));
    }
    String path = file.map(Path::toString).orElse(name);
    return new FoundLibrary<>(Origin.SYSTEM, path, Optional.empty(), sha256, facts);
  }

  /** The file that the loader found; it does not tell, but the kernel does. */
  private Optional<Path> mappedFile() throws IOException {
    if (!Files.isReadable(MAPPINGS)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(MAPPINGS, StandardCharsets.ISO_8859_1)) {
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
