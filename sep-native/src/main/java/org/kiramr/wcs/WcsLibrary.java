package org.kiramr.wcs;

import org.kiramr.natives.jna.FoundLibrary;
import org.kiramr.natives.jna.LibraryLoadException;
import org.kiramr.wcs.jna.NativeWcs;

/**
 * The libwcs of this JVM: loaded once, at first use, and never replaced; a failure is kept.
 *
 * <p>Searched like libsep: the file that system property {@value #LIBRARY_PROPERTY}, else
 * environment variable {@value #LIBRARY_VARIABLE} names, and if one does, nothing else; the copy in
 * the jar, {@code linux-x86-64/libwcs.so}; {@code libwcs.so.7} as the system's loader finds it.
 * Thread-safe.
 */
public final class WcsLibrary {
  /** System property: path of the libwcs to load. No default. */
  public static final String LIBRARY_PROPERTY = "kira.wcs.library";

  /** Environment variable with the meaning of {@link #LIBRARY_PROPERTY}, which wins. No default. */
  public static final String LIBRARY_VARIABLE = "KIRA_WCS_LIBRARY";

  private WcsLibrary() {}

  /** Whether there is a usable libwcs. */
  public static boolean isAvailable() {
    try {
      NativeWcs.library();
      return true;
    } catch (LibraryLoadException e) {
      return false;
    }
  }

  /**
   * The library in a few words: version, where it is from, and the beginning of its SHA-256 where
   * it is known; or why there is none.
   */
  public static String describe() {
    try {
      FoundLibrary<String> library = NativeWcs.library();
      return library.packageVersion().orElse(library.facts())
          + " ("
          + library.path()
          + ")"
          + library.sha256().map(sha256 -> " sha256 " + sha256.substring(0, 16)).orElse("");
    } catch (LibraryLoadException e) {
      return "none: " + e.getMessage();
    }
  }
}
