package org.kiramr.sep.jna;

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
  /** System property with the path of the library to load. */
  static final String PROPERTY = "kira.sep.library";

  /** Environment variable with the same meaning; the property wins. */
  static final String VARIABLE = "KIRA_SEP_LIBRARY";

  /** The library that property or environment name, if one does. */
  static Optional<LibraryCandidate> named() {
    String property = System.getProperty(PROPERTY);
    if (property != null && !property.isEmpty()) {
      return Optional.of(new ExplicitLibrary("-D" + PROPERTY, Path.of(property)));
    }
    String variable = System.getenv(VARIABLE);
    if (variable != null && !variable.isEmpty()) {
      return Optional.of(new ExplicitLibrary("environment " + VARIABLE, Path.of(variable)));
    }
    return Optional.empty();
  }

  @Override
  public LoadedLibrary open() throws IOException, UnknownLayoutException {
    // JNA would go on to search the system for a file that is missing.
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "no such file");
    }
    Path absolute = file.toAbsolutePath();
    String sha256 = LibraryOpener.sha256(Files.readAllBytes(absolute));
    return LibraryOpener.open(absolute.toString())
        .describe(Origin.EXPLICIT, absolute.toString(), Optional.empty(), Optional.of(sha256));
  }

  @Override
  public String toString() {
    return file + " (" + source + ")";
  }
}
