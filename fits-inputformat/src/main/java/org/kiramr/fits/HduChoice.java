package org.kiramr.fits;

import java.util.ArrayList;
import java.util.List;
import nom.tam.fits.Header;

/** The choice of HDUs in one file, and what the file has to choose from. */
final class HduChoice {
  private static final int MOST_NAMED = 20;

  private final HduSelection selection;
  private final List<String> present = new ArrayList<>();
  private int hdus;
  private boolean anyChosen;

  HduChoice(HduSelection selection) {
    this.selection = selection;
  }

  /** Whether the HDU is wanted; asked once for each HDU of the file. */
  boolean contains(int hdu, Header header) {
    boolean chosen = selection.contains(hdu, header);
    anyChosen |= chosen;
    hdus++;
    if (!anyChosen && present.size() < MOST_NAMED) {
      present.add(HduSelection.describe(hdu, header));
    }
    return chosen;
  }

  /** Whether HDUs were named, so that each of them ought to be an image. */
  boolean isExplicit() {
    return !selection.isAll();
  }

  /**
   * Checks, at the end of the file, that something was chosen.
   *
   * @throws Rejection that says what there is, if not
   */
  void requireAny() throws Rejection {
    if (anyChosen) {
      return;
    }
    String more = hdus > present.size() ? " and " + (hdus - present.size()) + " more" : "";
    throw new Rejection(
        RejectCode.NO_SUCH_HDU,
        "the file has none of the chosen HDUs (--hdu "
            + selection
            + "); it has "
            + String.join(", ", present)
            + more);
  }
}
