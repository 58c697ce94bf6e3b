package org.kiramr.sep.jna;

import java.util.Optional;
import org.kiramr.natives.jna.FoundLibrary;
import org.kiramr.natives.jna.Origin;

/**
 * What is known of a loaded libsep.
 *
 * @param origin where it came from
 * @param path its file, or the resource in the jar, or the name given to the loader
 * @param layout its struct layout, as probed
 * @param version what the library says of itself; not reliable
 * @param packageVersion version of the Debian package in the jar it was taken from; empty for other
 *     origins
 * @param sha256 digest of its bytes, in hex; empty where the loader does not tell the file
 */
public record LoadedLibrary(
    Origin origin,
    String path,
    StructLayout layout,
    String version,
    Optional<String> packageVersion,
    Optional<String> sha256) {

  static LoadedLibrary of(FoundLibrary<SepFacts> found) {
    return new LoadedLibrary(
        found.origin(),
        found.path(),
        found.facts().layout(),
        found.facts().version(),
        found.packageVersion(),
        found.sha256());
  }
}
