package org.kiramr.natives.jna;

import java.io.IOException;

/** A place that may have a library. */
interface LibraryCandidate {
  /**
   * Loads the library and has it checked.
   *
   * @throws IOException if the file is missing or cannot be read
   * @throws UnusableLibraryException if the check refuses it
   * @throws UnsatisfiedLinkError if the loader refuses it, or it lacks a function that is needed
   */
  <T> FoundLibrary<T> open(LibraryCheck<T> check) throws IOException, UnusableLibraryException;
}
