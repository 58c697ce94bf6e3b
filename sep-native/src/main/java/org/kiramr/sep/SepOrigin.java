package org.kiramr.sep;

/** Where the loaded libsep came from. */
public enum SepOrigin {
  /** Named by system property {@code kira.sep.library} or environment {@code KIRA_SEP_LIBRARY}. */
  EXPLICIT,
  /** Carried by the sep-native jar. */
  JAR,
  /** Found by the system's loader as {@code libsep.so.0}. */
  SYSTEM
}
