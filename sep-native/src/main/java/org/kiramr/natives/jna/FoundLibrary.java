package org.kiramr.natives.jna;

import java.util.Optional;

/**
 * A library that was loaded and accepted.
 *
 * @param origin where it came from
 * @param path its file, or the resource in the jar, or the name given to the loader
 * @param packageVersion version of the Debian package in the jar it was taken from; empty for other
 *     origins
 * @param sha256 digest of its bytes, in hex; empty where the loader does not tell the file
 * @param facts what the check learnt of it
 */
public record FoundLibrary<T>(
    Origin origin,
    String path,
    Optional<String> packageVersion,
    Optional<String> sha256,
    T facts) {}
