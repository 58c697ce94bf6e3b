package org.kiramr.natives.jna;

import java.util.List;

/** A library could not be loaded: each place that was searched, with why it gave nothing. */
public final class LibraryLoadException extends Exception {
  private static final long serialVersionUID = 1L;

  LibraryLoadException(List<String> places, Throwable cause) {
    super(String.join("; ", places), cause);
  }
}
