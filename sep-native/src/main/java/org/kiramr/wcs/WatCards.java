package org.kiramr.wcs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * IRAF's distortions TNX and ZPX: a text for each axis, cut into cards WATi_001, WATi_002 and so
 * on. WCSLIB reads the text with no regard to the size of its buffers, so it is taken apart here
 * and written anew.
 */
final class WatCards {
  /** Characters of the text in a card. */
  private static final int PIECE = 68;

  private static final int MOST_CARDS = 99;

  /** Numbers before the coefficients: kind, two orders, cross terms, and the ranges of x and y. */
  private static final int HEAD = 8;

  private static final int MOST_ORDER = 10;

  private static final Pattern PARAMETER = Pattern.compile("projp(\\d{1,2}) *= *([^ ]+)");
  private static final Pattern SURFACE = Pattern.compile("(?:lng|lat)cor *= *\"([^\"]*)\"");

  /**
   * WCSLIB 7.12 takes a coefficient of 0 for each one that follows it. This is one that changes
   * nothing.
   */
  private static final String NEXT_TO_ZERO = "1e-300";

  private final String projection;

  /**
   * @param projection TNX or ZPX
   */
  WatCards(String projection) {
    this.projection = projection.toLowerCase(Locale.ROOT);
  }

  void write(WcsCards cards, CardBlock out) throws BrokenWcsException {
    for (int axis = 1; axis <= 2; axis++) {
      String text = rewritten(axis, joined(axis, cards));
      for (int i = 0; i * PIECE < text.length(); i++) {
        String piece = text.substring(i * PIECE, Math.min(text.length(), (i + 1) * PIECE));
        out.text("WAT%d_%03d".formatted(axis, i + 1), piece);
      }
    }
  }

  private static String joined(int axis, WcsCards cards) throws BrokenWcsException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= MOST_CARDS; i++) {
      String piece = cards.text("WAT%d_%03d".formatted(axis, i));
      if (piece == null) {
        break;
      }
      // Blanks at the end of a card belong to the text, but not every writer keeps them.
      text.append(piece).append(" ".repeat(Math.max(0, PIECE - piece.length())));
    }
    return text.toString();
  }

  private String rewritten(int axis, String text) throws BrokenWcsException {
    Matcher surface = SURFACE.matcher(text);
    if (!text.startsWith("wtype=" + projection + " ") || !surface.find()) {
      throw new BrokenWcsException("the cards WAT" + axis + "_nnn hold no " + projection);
    }
    StringBuilder result = new StringBuilder("wtype=").append(projection);
    result.append(axis == 1 ? " axtype=ra" : " axtype=dec");
    Matcher parameter = PARAMETER.matcher(text);
    while (parameter.find()) {
      int number = Integer.parseInt(parameter.group(1));
      if (number < 30) {
        result.append(" projp").append(number).append('=').append(number(parameter.group(2), axis));
      }
    }
    result.append(axis == 1 ? " lngcor = \"" : " latcor = \"");
    for (String number : surface(surface.group(1), axis)) {
      result.append(number).append(' ');
    }
    return result.append('"').toString();
  }

  private static List<String> surface(String text, int axis) throws BrokenWcsException {
    String[] numbers = text.strip().split(" +", -1);
    if (numbers.length < HEAD) {
      throw new BrokenWcsException("the cards WAT" + axis + "_nnn end too early");
    }
    List<String> result = new ArrayList<>();
    result.add(whole(numbers[0], 1, 3, axis));
    String xOrder = whole(numbers[1], 1, MOST_ORDER, axis);
    String yOrder = whole(numbers[2], 1, MOST_ORDER, axis);
    String crossTerms = whole(numbers[3], 0, 2, axis);
    result.addAll(List.of(xOrder, yOrder, crossTerms));
    for (int i = 4; i < HEAD; i++) {
      result.add(number(numbers[i], axis));
    }
    int terms = terms(Integer.parseInt(xOrder), Integer.parseInt(yOrder), crossTerms);
    if (numbers.length - HEAD < terms) {
      throw new BrokenWcsException("the cards WAT" + axis + "_nnn end too early");
    }
    for (int i = HEAD; i < HEAD + terms; i++) {
      String number = number(numbers[i], axis);
      result.add(WcsCards.parse(number).orElseThrow() == 0 ? NEXT_TO_ZERO : number);
    }
    return result;
  }

  /** How many coefficients a surface has: no, full or half cross terms. */
  private static int terms(int xOrder, int yOrder, String crossTerms) {
    int least = Math.min(xOrder, yOrder);
    int most = Math.max(xOrder, yOrder);
    return switch (crossTerms) {
      case "0" -> xOrder + yOrder - 1;
      case "1" -> xOrder * yOrder;
      default -> least * most - least * (least - 1) / 2;
    };
  }

  private static String whole(String text, int least, int most, int axis)
      throws BrokenWcsException {
    double value = WcsCards.parse(text).orElse(Double.NaN);
    if (!(value >= least && value <= most && value == Math.rint(value))) {
      throw new BrokenWcsException(
          "the cards WAT" + axis + "_nnn describe a surface that is none: " + printable(text));
    }
    return Integer.toString((int) value);
  }

  private static String number(String text, int axis) throws BrokenWcsException {
    OptionalDouble value = WcsCards.parse(text);
    if (value.isEmpty() || text.length() > PIECE) {
      throw new BrokenWcsException(
          "the cards WAT" + axis + "_nnn hold what is no number: " + printable(text));
    }
    return text;
  }

  private static String printable(String text) {
    return WcsText.printable(text);
  }
}
