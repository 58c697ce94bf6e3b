package org.kiramr.natives.jna;

import com.sun.jna.NativeLibrary;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the candidates have in common. */
final class LibraryOpener {
  private LibraryOpener() {}

  /**
   * Opens a library by absolute path or by soname. One that is not accepted is closed, so that
   * another one can be opened: the loader would take this one for every other with its soname.
   */
  static <T> T open(String name, LibraryCheck<T> check) throws UnusableLibraryException {
    NativeLibrary library = NativeLibrary.getInstance(name);
    boolean accepted = false;
    try {
      T facts = check.accept(library);
      accepted = true;
      return facts;
    } finally {
      if (!accepted) {
        library.close();
      }
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
