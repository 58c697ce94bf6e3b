package org.kiramr.natives.jna;

/** Where a loaded library came from. */
public enum Origin {
  /** Named by system property or environment. */
  EXPLICIT,
  /** Carried by the jar. */
  JAR,
  /** Found by the system's loader. */
  SYSTEM
}
