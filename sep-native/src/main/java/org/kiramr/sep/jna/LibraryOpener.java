package org.kiramr.sep.jna;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Loads one libsep, probes its layout and, only then, maps {@link SepFunctions} to it. */
final class LibraryOpener {
  private final NativeLibrary library;
  private final StructLayout layout;

  private LibraryOpener(NativeLibrary library, StructLayout layout) {
    this.library = library;
    this.layout = layout;
  }

  /**
   * Opens a library by absolute path or by soname.
   *
   * @throws UnknownLayoutException after closing the library, so that another one can be opened:
   *     the loader would take this one for every other with its soname
   */
  static LibraryOpener open(String name) throws UnknownLayoutException {
    NativeLibrary library = NativeLibrary.getInstance(name);
    boolean accepted = false;
    try {
      StructLayout layout = LayoutProbe.probe(library);
      Native.register(SepFunctions.class, library);
      accepted = true;
      return new LibraryOpener(library, layout);
    } finally {
      if (!accepted) {
        library.close();
      }
    }
  }

  LoadedLibrary describe(
      Origin origin, String path, Optional<String> packageVersion, Optional<String> sha256) {
    // A variable of type char*, not a function: see sep.h.
    String version =
        library.getGlobalVariableAddress("sep_version_string").getPointer(0).getString(0);
    return new LoadedLibrary(origin, path, layout, version, packageVersion, sha256);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
