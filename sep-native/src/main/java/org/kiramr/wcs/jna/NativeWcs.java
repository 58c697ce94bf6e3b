package org.kiramr.wcs.jna;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kiramr.natives.jna.FoundLibrary;
import org.kiramr.natives.jna.LibraryLoadException;
import org.kiramr.natives.jna.LibraryNames;
import org.kiramr.natives.jna.LibrarySearch;
import org.kiramr.natives.jna.UnusableLibraryException;

/**
 * The libwcs of this JVM, loaded once at first use; a failure is kept and given again. Thread-safe.
 */
public final class NativeWcs {
  private static final LibraryNames NAMES =
      new LibraryNames("libwcs.so", "libwcs.so.7", "kira.wcs.library", "KIRA_WCS_LIBRARY");

  private static final List<String> PROBE =
      List.of(
          "NAXIS   = 2",
          "CTYPE1  = 'DEC--TAN'",
          "CTYPE2  = 'RA---TAN'",
          "CRPIX1  = 11.0",
          "CRPIX2  = 12.0",
          "CRVAL1  = 40.0",
          "CRVAL2  = 30.0");

  /** Length of wcs_errmsg. */
  private static final int STATUSES = 15;

  /** {@code const char *wcs_errmsg[]}; set when the library is loaded. */
  private static Pointer messages;

  private static final class Holder {
    static final FoundLibrary<String> LIBRARY;
    static final LibraryLoadException FAILURE;

    static {
      FoundLibrary<String> library = null;
      LibraryLoadException failure = null;
      try {
        library = LibrarySearch.search(NAMES, NativeWcs::accept);
      } catch (LibraryLoadException e) {
        failure = e;
      }
      LIBRARY = library;
      FAILURE = failure;
    }
  }

  private NativeWcs() {}

  /**
   * The loaded library; its fact is its version, for instance {@code 7.12.0}.
   *
   * @throws LibraryLoadException the same one at each call, if it could not be loaded
   */
  public static FoundLibrary<String> library() throws LibraryLoadException {
    if (Holder.FAILURE != null) {
      throw Holder.FAILURE;
    }
    return Holder.LIBRARY;
  }

  /** WCSLIB's own words for a status of its functions. */
  static String message(int status) {
    return status >= 0 && status < STATUSES
        ? messages.getPointer((long) status * Native.POINTER_SIZE).getString(0)
        : "unknown failure";
  }

  private static String accept(NativeLibrary library) throws UnusableLibraryException {
    Native.register(WcsFunctions.class, library);
    messages = library.getGlobalVariableAddress("wcs_errmsg");
    probe();
    try (Memory version = new Memory(3L * Integer.BYTES)) {
      WcsFunctions.wcslib_version(version);
      return version.getInt(0) + "." + version.getInt(4) + "." + version.getInt(8);
    }
  }

  /** Whether the functions do what they should: the reference pixel has the reference's place. */
  private static void probe() throws UnusableLibraryException {
    StringBuilder cards = new StringBuilder();
    for (String card : PROBE) {
      cards.append(card).append(" ".repeat(WcsParameters.CARD - card.length()));
    }
    double[] longitude = new double[1];
    double[] latitude = new double[1];
    try {
      PixelTransform.apply(
          cards.toString().getBytes(StandardCharsets.US_ASCII),
          true,
          new double[] {10},
          new double[] {11},
          longitude,
          latitude);
    } catch (WcsException e) {
      throw new UnusableLibraryException("it refuses the probe's header: " + e.getMessage());
    }
    if (!(Math.abs(longitude[0] - 30) < 1e-9 && Math.abs(latitude[0] - 40) < 1e-9)) {
      throw new UnusableLibraryException(
          "its answer to the probe is %s, %s".formatted(longitude[0], latitude[0]));
    }
  }
}
