package org.kiramr.sep.jna;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import org.kiramr.natives.jna.UnusableLibraryException;

/**
 * What a libsep tells of itself.
 *
 * @param layout its struct layout, as probed
 * @param version its version string; not reliable
 */
record SepFacts(StructLayout layout, String version) {
  /** Probes the layout and, only then, maps {@link SepFunctions} to the library. */
  static SepFacts of(NativeLibrary library) throws UnusableLibraryException {
    StructLayout layout = LayoutProbe.probe(library);
    // A variable of type char*, not a function: see sep.h.
    String version =
        library.getGlobalVariableAddress("sep_version_string").getPointer(0).getString(0);
    Native.register(SepFunctions.class, library);
    return new SepFacts(layout, version);
  }
}
