package org.kiramr.sep;

/** The struct layouts of libsep that are known. A library of another layout is refused. */
public enum SepLayout {
  /** SEP 1.2, for instance Debian 12's. */
  V1_2,
  /** SEP 1.4, for instance Debian 13's. */
  V1_4
}
