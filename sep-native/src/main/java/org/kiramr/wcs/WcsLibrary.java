package org.kiramr.wcs;

import java.util.Optional;
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

  /**
   * Its version: the Debian package's if it is from the jar, else its own; empty if there is none.
   */
  public static Optional<String> version() {
    return library().map(found -> found.packageVersion().orElse(found.facts()));
  }

  /** SHA-256 of its bytes in hex; empty if there is none, or the loader does not tell its file. */
  public static Optional<String> sha256() {
    return library().flatMap(FoundLibrary::sha256);
  }

  /** Its file, or its place in the jar; empty if there is none. */
  public static Optional<String> path() {
    return library().map(FoundLibrary::path);
  }

  private static Optional<FoundLibrary<String>> library() {
    try {
      return Optional.of(NativeWcs.library());
    } catch (LibraryLoadException e) {
      return Optional.empty();
    }
  }
}
