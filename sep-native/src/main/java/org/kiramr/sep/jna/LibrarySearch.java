package org.kiramr.sep.jna;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The search for libsep: the library the user named, and nothing else if one is named; then the
 * copy in the jar; then the system's.
 */
final class LibrarySearch {
  private LibrarySearch() {}

  static LoadedLibrary search() throws SepLoadException {
    Path directory = UnpackDirectory.prepare();
    Optional<LibraryCandidate> named = ExplicitLibrary.named();
    try {
      return first(
          named.isPresent()
              ? List.of(named.get())
              : List.of(JarLibrary.ofPlatform(directory), SystemLibrary.LIBSEP));
    } catch (LinkageError e) {
      // Not libsep's: those are kept by first(). JNA could not load its own native part.
      throw new SepLoadException(List.of("JNA could not be started in " + directory + ": " + e), e);
    }
  }

  /** The first library that loads, or every reason why none does. */
  static LoadedLibrary first(List<LibraryCandidate> candidates) throws SepLoadException {
    List<String> places = new ArrayList<>();
    List<Throwable> causes = new ArrayList<>();
    for (LibraryCandidate candidate : candidates) {
      try {
        return candidate.open();
      } catch (IOException | UnknownLayoutException | UnsatisfiedLinkError e) {
        places.add(candidate + ": " + reason(e));
        causes.add(e);
      }
    }
    SepLoadException failure = new SepLoadException(places, causes.get(0));
    causes.stream().skip(1).forEach(failure::addSuppressed);
    throw failure;
  }

  /**
   * The message on one line. JNA's repeats itself for each way it tried, and lists the class path.
   */
  private static String reason(Throwable e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message
        .lines()
        .map(String::strip)
        .filter(line -> !line.contains("not found in resource path"))
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
