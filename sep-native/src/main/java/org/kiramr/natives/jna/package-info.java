/**
 * Finds a native library and loads it: the one the user named, the copy in the jar, the system's.
 * Knows nothing of what the libraries do. Not API: only the {@code .jna} packages beside it use it.
 */
package org.kiramr.natives.jna;
