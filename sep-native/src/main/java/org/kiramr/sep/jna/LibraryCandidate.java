package org.kiramr.sep.jna;

import java.io.IOException;

/** A place that may have a libsep. */
interface LibraryCandidate {
  /**
   * Loads and registers the library.
   *
   * @throws IOException if the file is missing or cannot be read
   * @throws UnknownLayoutException if it is not a libsep of a known layout
   * @throws UnsatisfiedLinkError if the loader refuses it, or it lacks a function of SEP
   */
  LoadedLibrary open() throws IOException, UnknownLayoutException;
}
