package org.kiramr.sep.jna;

import com.sun.jna.Memory;

/** SEP's own words for a failure. */
public final class NativeErrors {
  /** sep.h promises at most 60 characters and a null. */
  private static final int MESSAGE_BYTES = 64;

  /** sep.h promises at most 512 characters; and a null. */
  private static final int DETAIL_BYTES = 520;

  private NativeErrors() {}

  /** The short message of a status. */
  public static String message(int status) {
    try (Memory text = new Memory(MESSAGE_BYTES)) {
      text.clear();
      SepFunctions.sep_get_errmsg(status, text);
      return text.getString(0);
    }
  }

  /**
   * What SEP noted about the latest failure on this thread, and forgets by being asked; empty if
   * nothing. To be called at once, on the thread that failed.
   */
  public static String detail() {
    try (Memory text = new Memory(DETAIL_BYTES)) {
      text.clear();
      SepFunctions.sep_get_errdetail(text);
      return text.getString(0);
    }
  }
}
