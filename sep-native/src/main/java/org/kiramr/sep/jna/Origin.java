package org.kiramr.sep.jna;

/** Where a loaded libsep came from. */
public enum Origin {
  /** Named by system property or environment. */
  EXPLICIT,
  /** Carried by the sep-native jar. */
  JAR,
  /** Found by the system's loader. */
  SYSTEM
}
