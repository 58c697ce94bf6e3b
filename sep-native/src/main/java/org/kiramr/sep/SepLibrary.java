package org.kiramr.sep;

import java.util.Optional;
import org.kiramr.natives.jna.LibraryLoadException;
import org.kiramr.sep.jna.LoadedLibrary;
import org.kiramr.sep.jna.NativeSep;

/**
 * The libsep of this JVM: loaded once, at first use, and never replaced; a failure is kept.
 *
 * <p>Searched in this order:
 *
 * <ol>
 *   <li>the file that system property {@value #LIBRARY_PROPERTY}, else environment variable {@value
 *       #LIBRARY_VARIABLE} names; if one does, nothing else is tried;
 *   <li>the copy in the jar, {@code linux-x86-64/libsep.so};
 *   <li>{@code libsep.so.0} as the system's loader finds it.
 * </ol>
 *
 * <p>A library is used only if its struct layout, which is probed, is a known one.
 *
 * <p>Native code is unpacked to the first of these directories that permits execution: the one that
 * system property {@value #UNPACK_PROPERTY} names (then nothing else is tried), {@code jna.tmpdir},
 * {@code java.io.tmpdir}, the working directory, {@code kira-mr} in the user's cache. {@code
 * jna.tmpdir} is set to it if it is not set, or set to a directory that does not permit execution.
 * Nothing stays there.
 *
 * <p>Immutable and thread-safe.
 */
public final class SepLibrary {
  /** System property: path of the libsep to load. No default. */
  public static final String LIBRARY_PROPERTY = "kira.sep.library";

  /** Environment variable with the meaning of {@link #LIBRARY_PROPERTY}, which wins. No default. */
  public static final String LIBRARY_VARIABLE = "KIRA_SEP_LIBRARY";

  /** System property: directory to unpack native code to. No default. */
  public static final String UNPACK_PROPERTY = "kira.native.dir";

  private final LoadedLibrary library;

  private SepLibrary(LoadedLibrary library) {
    this.library = library;
  }

  /**
   * The library, loaded now if it was not.
   *
   * @throws SepUnavailableException if there is no usable libsep
   */
  public static SepLibrary load() {
    try {
      return new SepLibrary(NativeSep.library());
    } catch (LibraryLoadException e) {
      throw new SepUnavailableException(
          "libsep cannot be used. Searched: "
              + e.getMessage()
              + ". To mend it, install the package libsep0 (Debian, Ubuntu) or name the file"
              + " with -D"
              + LIBRARY_PROPERTY
              + "=PATH or "
              + LIBRARY_VARIABLE
              + "=PATH.",
          e);
    }
  }

  /**
   * Loads the library if that was not done.
   *
   * @throws SepUnavailableException if there is no usable libsep
   */
  public static void verifyAvailable() {
    load();
  }

  /** Whether there is a usable libsep. {@link #verifyAvailable()} tells why not. */
  public static boolean isAvailable() {
    try {
      NativeSep.library();
      return true;
    } catch (LibraryLoadException e) {
      return false;
    }
  }

  /**
   * What the library says its version is. Not to be relied on: Debian's 1.2.1 says 1.2.0, its 1.4.1
   * says 1.3.6. See {@link #layout()} and {@link #packageVersion()}.
   */
  public String versionString() {
    return library.version();
  }

  /** Version of the Debian package that the copy in the jar is from; empty for another origin. */
  public Optional<String> packageVersion() {
    return library.packageVersion();
  }

  /** The library's file; for the copy in the jar {@code jar:/linux-x86-64/libsep.so}. */
  public String path() {
    return library.path();
  }

  /** Where it came from. */
  public SepOrigin origin() {
    return SepOrigin.valueOf(library.origin().name());
  }

  /** Its struct layout, as probed. */
  public SepLayout layout() {
    return SepLayout.valueOf(library.layout().name());
  }

  /** SHA-256 of its bytes in hex; empty if the system's loader does not tell its file. */
  public Optional<String> sha256() {
    return library.sha256();
  }

  /** For the other classes of this package: what the native structs are made after. */
  static LoadedLibrary loaded() {
    return load().library;
  }

  @Override
  public String toString() {
    return "libsep "
        + packageVersion().orElse(versionString())
        + " ("
        + path()
        + ", layout "
        + layout()
        + ")";
  }
}
