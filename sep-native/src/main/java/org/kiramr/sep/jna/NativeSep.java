package org.kiramr.sep.jna;

import org.kiramr.natives.jna.LibraryLoadException;
import org.kiramr.natives.jna.LibraryNames;
import org.kiramr.natives.jna.LibrarySearch;

/**
 * The libsep of this JVM, loaded once at first use; a failure is kept and given again. Thread-safe.
 */
public final class NativeSep {
  /** SEP 1.2 and SEP 1.4 have the same soname. */
  private static final LibraryNames NAMES =
      new LibraryNames("libsep.so", "libsep.so.0", "kira.sep.library", "KIRA_SEP_LIBRARY");

  private static final class Holder {
    static final LoadedLibrary LIBRARY;
    static final LibraryLoadException FAILURE;

    static {
      LoadedLibrary library = null;
      LibraryLoadException failure = null;
      try {
        library = LoadedLibrary.of(LibrarySearch.search(NAMES, SepFacts::of));
      } catch (LibraryLoadException e) {
        failure = e;
      }
      LIBRARY = library;
      FAILURE = failure;
    }
  }

  private NativeSep() {}

  /**
   * The loaded library.
   *
   * @throws LibraryLoadException the same one at each call, if it could not be loaded
   */
  public static LoadedLibrary library() throws LibraryLoadException {
    if (Holder.FAILURE != null) {
      throw Holder.FAILURE;
    }
    return Holder.LIBRARY;
  }
}
