package org.kiramr.wcs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cards of a header that matter to the primary WCS of its first two axes, by keyword. Old
 * spellings of PC and CD are changed into today's; of cards given twice the last counts. Everything
 * else is left out: other axes, alternate versions, times.
 */
final class WcsCards {
  /** What a number looks like in FITS; finite in double precision too. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([EeDd][+-]?\\d+)?");

  private static final Pattern WANTED =
      Pattern.compile(
          "(CRPIX|CDELT|CRVAL|CROTA|CTYPE|CUNIT|CPDIS|CQDIS)[12]|(LON|LAT)POLE|PROJP\\d"
              + "|[AB]_\\d_\\d|WAT[12]_\\d{3}|RADE(C)?SYS|EQUINOX|EPOCH"
              + "|CNPIX[12]|PPO[36]|[XY]PIXELSZ|PLTRA[HMS]|PLTDEC(SN|D|M|S)|AMD[XY]\\d{1,2}");

  private static final Pattern MATRIX = Pattern.compile("(PC|CD)0*([12])_0*([12])");
  private static final Pattern OLD_MATRIX = Pattern.compile("(PC|CD)00([12])00([12])");
  private static final Pattern PARAMETER = Pattern.compile("PV0*([12])_(\\d{1,3})");

  private final Map<String, HeaderCard> cards = new LinkedHashMap<>();

  /**
   * Takes the cards from a header.
   *
   * @param header the bytes of a FITS header, up to the END card or the end of the array
   */
  static WcsCards of(byte[] header) {
    WcsCards wcs = new WcsCards();
    for (int at = 0; at + HeaderCard.SIZE <= header.length; at += HeaderCard.SIZE) {
      if (isEnd(header, at)) {
        break;
      }
      HeaderCard card = HeaderCard.parse(header, at);
      String keyword = card == null ? null : canonical(card.keyword());
      if (keyword != null) {
        wcs.cards.put(keyword, card);
      }
    }
    return wcs;
  }

  private static boolean isEnd(byte[] header, int at) {
    return header[at] == 'E'
        && header[at + 1] == 'N'
        && header[at + 2] == 'D'
        && header[at + 3] == ' ';
  }

  /** Today's spelling of a keyword; null if it is not wanted. */
  private static String canonical(String keyword) {
    if (WANTED.matcher(keyword).matches()) {
      return keyword;
    }
    for (Pattern pattern : new Pattern[] {MATRIX, OLD_MATRIX}) {
      Matcher matrix = pattern.matcher(keyword);
      if (matrix.matches()) {
        return matrix.group(1) + matrix.group(2) + "_" + matrix.group(3);
      }
    }
    Matcher parameter = PARAMETER.matcher(keyword);
    if (parameter.matches()) {
      int number = Integer.parseInt(parameter.group(2));
      return number < 100 ? "PV" + parameter.group(1) + "_" + number : null;
    }
    return null;
  }

  /** The keywords that there are, in the header's order. */
  Iterable<String> keywords() {
    return cards.keySet();
  }

  /** Whether there is such a card with a value, good or bad. */
  boolean has(String keyword) {
    HeaderCard card = cards.get(keyword);
    return card != null && card.kind() != HeaderCard.Kind.UNDEFINED;
  }

  /**
   * A text as it stands between its quotes.
   *
   * @return null if there is none
   * @throws BrokenWcsException if the value is no text
   */
  String text(String keyword) throws BrokenWcsException {
    HeaderCard card = cards.get(keyword);
    if (!has(keyword)) {
      return null;
    }
    if (card.kind() != HeaderCard.Kind.TEXT) {
      throw new BrokenWcsException(keyword + " is not a text");
    }
    return card.value();
  }

  /**
   * A number as it is written.
   *
   * @return null if there is none
   * @throws BrokenWcsException if the value is no finite number
   */
  String number(String keyword) throws BrokenWcsException {
    if (!has(keyword)) {
      return null;
    }
    HeaderCard card = cards.get(keyword);
    if (card.kind() != HeaderCard.Kind.BARE || parse(card.value()).isEmpty()) {
      throw new BrokenWcsException(keyword + " is not a number");
    }
    return card.value();
  }

  /** A number, be it in quotes; empty if there is none. */
  OptionalDouble lenientNumber(String keyword) {
    return has(keyword) ? parse(cards.get(keyword).value().strip()) : OptionalDouble.empty();
  }

  /** A text, or empty if there is none or the value is something else. */
  String lenientText(String keyword) {
    return has(keyword) && cards.get(keyword).kind() == HeaderCard.Kind.TEXT
        ? cards.get(keyword).value()
        : "";
  }

  /** The value of a number as FITS writes it; empty if it is none or not finite. */
  static OptionalDouble parse(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text.replace('D', 'E').replace('d', 'e'));
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
