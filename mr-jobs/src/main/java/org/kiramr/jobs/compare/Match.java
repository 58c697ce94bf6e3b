package org.kiramr.jobs.compare;

import java.util.Locale;

/** How the rows of two catalogues find each other. */
public enum Match {
  /** By field, band, image, HDU and number: for catalogues of the same frames by the same rules. */
  IDENTITY,

  /**
   * By nearest position: each row with at most one row of the same frame, the nearest pairs first.
   * A frame is known by field, band, HDU and plane of a cube, not by the name of its image; where
   * several images share these, those of the same name go first. Image and number are not compared.
   */
  POSITION;

  /** The word for it on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Match ofWord(String word) {
    for (Match match : values()) {
      if (match.toString().equals(word.trim())) {
        return match;
      }
    }
    throw new IllegalArgumentException("must be identity or position");
  }
}
