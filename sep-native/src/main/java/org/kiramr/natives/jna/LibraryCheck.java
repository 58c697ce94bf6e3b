package org.kiramr.natives.jna;

import com.sun.jna.NativeLibrary;

/**
 * Decides whether a library that the loader accepted is the one that is wanted, and maps its
 * functions if it is.
 *
 * @param <T> what was learnt of it
 */
@FunctionalInterface
public interface LibraryCheck<T> {
  /**
   * Tries the library out.
   *
   * @throws UnusableLibraryException if it is not what its callers are made for
   * @throws UnsatisfiedLinkError if it lacks a function
   */
  T accept(NativeLibrary library) throws UnusableLibraryException;
}
