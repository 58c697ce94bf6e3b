package org.kiramr.wcs;

import java.util.List;
import java.util.regex.Pattern;

/** Makes cards that WCSLIB can be trusted with. */
final class WcsBuilder {
  private static final Pattern POSITION =
      Pattern.compile("(CRPIX|CRVAL)[12]|(LON|LAT)POLE|PROJP\\d");

  private static final Pattern LINEAR = Pattern.compile("(CDELT|CROTA)[12]|(PC|CD)[12]_[12]");

  private static final Pattern PARAMETERS = Pattern.compile("PV\\d_\\d+");
  private static final Pattern SIP = Pattern.compile("[AB]_\\d_\\d");

  /** Highest parameter of TAN's longitude axis; those of SCAMP go on. */
  private static final int TAN_PARAMETERS = 4;

  private final WcsCards cards;
  private final CardBlock block = new CardBlock();
  private final CelestialAxis first;
  private final CelestialAxis second;

  /**
   * Surveys write SIP for some readers and SCAMP's PVi_m for others into one header; both together
   * would distort twice. SIP wins, as in astropy.
   */
  private final boolean onlySip;

  private String note = "";

  WcsBuilder(WcsCards cards) throws BrokenWcsException {
    this.cards = cards;
    String ctype1 = ctype("CTYPE1");
    String ctype2 = ctype("CTYPE2");
    CelestialAxis one = CelestialAxis.of(ctype1);
    CelestialAxis two = CelestialAxis.of(ctype2);
    if ((one == null || two == null) && DssCards.areWhole(cards)) {
      one = new CelestialAxis("RA", "TAN", "");
      two = new CelestialAxis("DEC", "TAN", "");
    }
    if (one == null || two == null || one.isLongitude() == two.isLongitude()) {
      throw new BrokenWcsException(
          ctype1.isEmpty() && ctype2.isEmpty()
              ? "no WCS"
              : "no celestial WCS: CTYPE1 is '%s', CTYPE2 is '%s'"
                  .formatted(WcsText.printable(ctype1), WcsText.printable(ctype2)));
    }
    onlySip = one.projection().equals("TAN") && hasSip();
    if (onlySip && hasParameters()) {
      note = "distortion parameters PVi_m beside SIP left out";
    }
    if (!onlySip && hasScampParameters(one)) {
      one = one.withProjection("TPV");
      two = two.withProjection("TPV");
      note = "TAN with distortion parameters PVi_m read as TPV";
    }
    first = one;
    second = two;
  }

  /** How the cards were understood; empty if there is nothing to say. */
  String note() {
    return note;
  }

  /** Whether latitude comes first. */
  boolean swapped() {
    return !first.isLongitude();
  }

  String system() {
    return swapped()
        ? second.coordinate() + "/" + first.coordinate()
        : first.coordinate() + "/" + second.coordinate();
  }

  String projection() {
    return first.projection() + first.suffix();
  }

  /** The cards, each written anew. */
  byte[] build() throws BrokenWcsException {
    refuseTables();
    block.number("NAXIS", "2");
    block.text("CTYPE1", first.ctype());
    block.text("CTYPE2", second.ctype());
    for (String axis : List.of("1", "2")) {
      String unit = cards.text("CUNIT" + axis);
      if (unit != null) {
        block.text("CUNIT" + axis, WcsText.printable(unit));
      }
    }
    writeNumbers(POSITION);
    if (!onlySip) {
      writeNumbers(PARAMETERS);
    }
    writeLinear();
    writeDistortion();
    return block.toBytes();
  }

  /**
   * Distortions of intermediate world coordinates are in degrees, but WCSLIB 7.12 applies them
   * before CDELT: with them, it is given the matrix that has CDELT in it.
   */
  private void writeLinear() throws BrokenWcsException {
    boolean distorted = List.of("TPV", "TNX", "ZPX").contains(first.projection());
    if (!distorted || hasCd()) {
      writeNumbers(LINEAR);
      return;
    }
    for (int i = 1; i <= 2; i++) {
      if (value("CROTA" + i, 0) != 0) {
        throw new BrokenWcsException("CROTA" + i + " with " + first.projection() + " is not read");
      }
      for (int j = 1; j <= 2; j++) {
        double element = value("CDELT" + i, 1) * value("PC" + i + "_" + j, i == j ? 1 : 0);
        if (!Double.isFinite(element)) {
          throw new BrokenWcsException("CDELT" + i + " times PC" + i + "_" + j + " is too large");
        }
        block.number("CD" + i + "_" + j, Double.toString(element));
      }
    }
  }

  private boolean hasCd() {
    return cards.has("CD1_1") || cards.has("CD1_2") || cards.has("CD2_1") || cards.has("CD2_2");
  }

  private double value(String keyword, double absent) throws BrokenWcsException {
    String number = cards.number(keyword);
    return number == null ? absent : WcsCards.parse(number).orElseThrow();
  }

  private void writeDistortion() throws BrokenWcsException {
    if (List.of("TNX", "ZPX").contains(first.projection())) {
      new WatCards(first.projection()).write(cards, block);
    } else if (!first.suffix().equals("-SIP")
        && first.projection().equals("TAN")
        && DssCards.areWhole(cards)) {
      DssCards.write(cards, block);
    } else if (!first.projection().equals("TPV")) {
      writeNumbers(SIP);
    }
  }

  private boolean hasSip() {
    return hasCard(SIP);
  }

  private boolean hasParameters() {
    return hasCard(PARAMETERS);
  }

  private boolean hasCard(Pattern keywords) {
    for (String keyword : cards.keywords()) {
      if (keywords.matcher(keyword).matches() && cards.has(keyword)) {
        return true;
      }
    }
    return false;
  }

  private void writeNumbers(Pattern keywords) throws BrokenWcsException {
    for (String keyword : cards.keywords()) {
      if (keywords.matcher(keyword).matches()) {
        String number = cards.number(keyword);
        if (number != null) {
          block.number(keyword, number);
        }
      }
    }
  }

  private void refuseTables() throws BrokenWcsException {
    for (String keyword : List.of("CPDIS1", "CPDIS2", "CQDIS1", "CQDIS2")) {
      if (cards.has(keyword)) {
        throw new BrokenWcsException(keyword + ": distortions by records or tables are not read");
      }
    }
    if (first.projection().equals("TAB") || second.projection().equals("TAB")) {
      throw new BrokenWcsException("coordinates by tables (-TAB) are not read");
    }
  }

  private String ctype(String keyword) throws BrokenWcsException {
    String ctype = cards.text(keyword);
    return ctype == null ? "" : ctype.stripTrailing();
  }

  /** SCAMP before 2012 called TAN what is TPV: PVi_m that TAN does not have. */
  private boolean hasScampParameters(CelestialAxis axis) {
    if (!axis.projection().equals("TAN") || !axis.suffix().isEmpty()) {
      return false;
    }
    for (String keyword : cards.keywords()) {
      if (keyword.startsWith("PV")
          && cards.has(keyword)
          && Integer.parseInt(keyword.substring(4)) > TAN_PARAMETERS) {
        return true;
      }
    }
    return false;
  }
}
