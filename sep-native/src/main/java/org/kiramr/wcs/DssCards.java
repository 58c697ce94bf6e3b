package org.kiramr.wcs;

import java.util.List;

/** The plate solution of a Digitised Sky Survey header. */
final class DssCards {
  /** All that WCSLIB computes with; it takes what is in its memory for one that is missing. */
  private static final List<String> NEEDED =
      List.of(
          "CNPIX1",
          "CNPIX2",
          "PPO3",
          "PPO6",
          "XPIXELSZ",
          "YPIXELSZ",
          "PLTRAH",
          "PLTRAM",
          "PLTRAS",
          "PLTDECD",
          "PLTDECM",
          "PLTDECS",
          "AMDX1",
          "AMDX2",
          "AMDX3",
          "AMDY1",
          "AMDY2",
          "AMDY3");

  /** Coefficients that the survey has for an axis. */
  private static final int COEFFICIENTS = 20;

  private DssCards() {}

  static boolean areWhole(WcsCards cards) {
    return cards.has("PLTDECSN") && NEEDED.stream().allMatch(cards::has);
  }

  static void write(WcsCards cards, CardBlock out) throws BrokenWcsException {
    // WCSLIB 7.12 sees the sign only if a blank follows it.
    out.text("PLTDECSN", cards.text("PLTDECSN").strip().startsWith("-") ? "- " : "+ ");
    for (String keyword : NEEDED) {
      out.number(keyword, cards.number(keyword));
    }
    for (String axis : List.of("AMDX", "AMDY")) {
      for (int i = 4; i <= COEFFICIENTS; i++) {
        String coefficient = cards.number(axis + i);
        if (coefficient != null) {
          out.number(axis + i, coefficient);
        }
      }
    }
  }
}
