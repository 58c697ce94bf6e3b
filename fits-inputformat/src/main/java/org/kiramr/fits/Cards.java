package org.kiramr.fits;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import nom.tam.fits.Header;
import nom.tam.fits.HeaderCard;

/** Typed values of header cards; a value of the wrong type is a {@link RejectCode#BAD_HEADER}. */
final class Cards {
  /** A number has no more digits than this: it may not go on in CONTINUE cards, which text may. */
  private static final int MAX_NUMBER_CHARS = 70;

  private static final Set<String> OWN = Set.of("EXTNAME", "EXTVER", "EXTLEVEL");

  private Cards() {}

  /** The text of a card's value without blanks around it, or null if there is none. */
  static String text(Header header, String keyword) {
    HeaderCard card = header.findCard(keyword);
    String value = card == null ? null : card.getValue();
    return value == null || value.isBlank() ? null : value.strip();
  }

  /**
   * The same from the primary header if the header itself has none: unless it says INHERIT = F, or
   * the card is part of an HDU's own name.
   *
   * <p>The standard (4.0, section 4.4.2.6 and appendix K) defines INHERIT = T and F, and leaves
   * open what its absence means. Most files with several extensions have no INHERIT and still keep
   * what holds for all of them (the filter, the run) in the primary header alone.
   */
  static String text(Header header, Header primary, String keyword) {
    String value = text(header, keyword);
    boolean inherits = !OWN.contains(keyword) && !"F".equals(text(header, "INHERIT"));
    return value == null && inherits ? text(primary, keyword) : value;
  }

  static boolean isTrue(Header header, String keyword) {
    return "T".equals(text(header, keyword));
  }

  static long integer(Header header, String keyword) throws Rejection {
    Long value = integerOrNull(header, keyword);
    if (value == null) {
      throw new Rejection(RejectCode.BAD_HEADER, "the header has no card " + keyword);
    }
    return value;
  }

  static long integer(Header header, String keyword, long absent) throws Rejection {
    Long value = integerOrNull(header, keyword);
    return value == null ? absent : value;
  }

  /** Whole numbers written as floating point (16.0) are taken: real files have them. */
  static Long integerOrNull(Header header, String keyword) throws Rejection {
    String value = text(header, keyword);
    if (value == null) {
      return null;
    }
    try {
      BigDecimal number = number(value);
      // A huge exponent would make longValueExact build a number of as many digits.
      if (number.precision() - (long) number.scale() > 20) {
        throw notA("whole number of 64 bits", keyword, value);
      }
      return number.longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw notA("whole number of 64 bits", keyword, value);
    }
  }

  static double real(Header header, String keyword, double absent) throws Rejection {
    String value = text(header, keyword);
    if (value == null) {
      return absent;
    }
    try {
      double number = number(value).doubleValue();
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same complaint as an infinite value.
    }
    throw notA("finite number", keyword, value);
  }

  /** Time to parse digits grows with their square: a header can hold millions of them. */
  private static BigDecimal number(String value) {
    if (value.length() > MAX_NUMBER_CHARS) {
      throw new NumberFormatException("more than " + MAX_NUMBER_CHARS + " characters");
    }
    return new BigDecimal(value.toUpperCase(Locale.ROOT).replace('D', 'E'));
  }

  private static Rejection notA(String what, String keyword, String value) {
    return new Rejection(
        RejectCode.BAD_HEADER, keyword + " = " + value + " in the header is not a " + what);
  }
}
