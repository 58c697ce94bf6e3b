package org.kiramr.sep.jna;

import java.util.List;

/**
 * libsep could not be loaded: each place that was searched, with the reason why it gave nothing.
 */
public final class SepLoadException extends Exception {
  private static final long serialVersionUID = 1L;

  SepLoadException(List<String> places, Throwable cause) {
    super(String.join("; ", places), cause);
  }
}
