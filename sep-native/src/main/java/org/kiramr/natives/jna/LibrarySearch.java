package org.kiramr.natives.jna;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The search for a library: the one the user named, and nothing else if one is named; then the copy
 * in the jar; then the system's.
 */
public final class LibrarySearch {
  private LibrarySearch() {}

  /**
   * Searches, and loads the first that is accepted.
   *
   * @throws LibraryLoadException naming every place that was searched, and why it gave nothing
   */
  public static <T> FoundLibrary<T> search(LibraryNames names, LibraryCheck<T> check)
      throws LibraryLoadException {
    Path directory = UnpackDirectory.prepare();
    Optional<LibraryCandidate> named = ExplicitLibrary.named(names);
    try {
      return first(
          named.isPresent()
              ? List.of(named.get())
              : List.of(JarLibrary.ofPlatform(directory, names), new SystemLibrary(names.soname())),
          check);
    } catch (LinkageError e) {
      // Not the library's: those are kept by first(). JNA could not load its own native part.
      throw new LibraryLoadException(
          List.of("JNA could not be started in " + directory + ": " + e), e);
    }
  }

  /** The first library that is accepted, or every reason why none is. */
  static <T> FoundLibrary<T> first(List<LibraryCandidate> candidates, LibraryCheck<T> check)
      throws LibraryLoadException {
    List<String> places = new ArrayList<>();
    List<Throwable> causes = new ArrayList<>();
    for (LibraryCandidate candidate : candidates) {
      try {
        return candidate.open(check);
      } catch (IOException | UnusableLibraryException | UnsatisfiedLinkError e) {
        places.add(candidate + ": " + reason(e));
        causes.add(e);
      }
    }
    LibraryLoadException failure = new LibraryLoadException(places, causes.get(0));
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
