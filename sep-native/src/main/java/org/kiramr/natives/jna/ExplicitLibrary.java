package org.kiramr.natives.jna;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A library that the user named.
 *
 * @param source the property or variable that named it
 * @param file its path
 */
record ExplicitLibrary(String source, Path file) implements LibraryCandidate {
  /** The library that property or environment name, if one does. */
  static Optional<LibraryCandidate> named(LibraryNames names) {
    String property = System.getProperty(names.property());
    if (property != null && !property.isEmpty()) {
      return Optional.of(new ExplicitLibrary("-D" + names.property(), Path.of(property)));
    }
    String variable = System.getenv(names.variable());
    if (variable != null && !variable.isEmpty()) {
      return Optional.of(new ExplicitLibrary("environment " + names.variable(), Path.of(variable)));
    }
    return Optional.empty();
  }

  @Override
  public <T> FoundLibrary<T> open(LibraryCheck<T> check)
      throws IOException, UnusableLibraryException {
    // JNA would go on to search the system for a file that is missing.
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "no such file");
    }
    Path absolute = file.toAbsolutePath();
    String sha256 = LibraryOpener.sha256(Files.readAllBytes(absolute));
    T facts = LibraryOpener.open(absolute.toString(), check);
    return new FoundLibrary<>(
        Origin.EXPLICIT, absolute.toString(), Optional.empty(), Optional.of(sha256), facts);
  }

  @Override
  public String toString() {
    return file + " (" + source + ")";
  }
}
