package org.kiramr.sep.jna;

/**
 * The libsep of this JVM, loaded once at first use; a failure is kept and given again. Thread-safe.
 */
public final class NativeSep {
  private static final class Holder {
    static final LoadedLibrary LIBRARY;
    static final SepLoadException FAILURE;

    static {
      LoadedLibrary library = null;
      SepLoadException failure = null;
      try {
        library = LibrarySearch.search();
      } catch (SepLoadException e) {
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
   * @throws SepLoadException the same one at each call, if it could not be loaded
   */
  public static LoadedLibrary library() throws SepLoadException {
    if (Holder.FAILURE != null) {
      throw Holder.FAILURE;
    }
    return Holder.LIBRARY;
  }
}
