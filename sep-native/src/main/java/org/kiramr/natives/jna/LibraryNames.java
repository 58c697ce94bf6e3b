package org.kiramr.natives.jna;

/**
 * By which names a library is looked for.
 *
 * @param file name of the copy in the jar, for instance {@code libsep.so}
 * @param soname what the system's loader is asked for, for instance {@code libsep.so.0}
 * @param property system property with the path of the library to load
 * @param variable environment variable with the same meaning; the property wins
 */
public record LibraryNames(String file, String soname, String property, String variable) {}
