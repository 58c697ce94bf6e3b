package org.kiramr.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nom.tam.fits.Header;

/**
 * Names the field and the band of a frame.
 *
 * <p>By default, in this order:
 *
 * <ol>
 *   <li>SDSS header cards: RUN, CAMCOL and FIELD, or FRAME less the offset of the filter's row in
 *       the camera, give {@code 003918-3-0213}, FILTER the band;
 *   <li>an SDSS file name: {@code fpC-RRRRRR-bC-FFFF...} or {@code frame-b-RRRRRR-C-FFFF...} give
 *       the same field and the band;
 *   <li>the file name without its FITS and compression suffixes is the field, the card FILTER the
 *       band, empty if there is none.
 * </ol>
 *
 * <p>A pattern such as <code>{RUN:06}-{CAMCOL}-{FRAME:04}</code> names the field by other cards: a
 * keyword in braces stands for its value, {@code :0N} pads a number with zeros to N digits, all
 * else stands for itself. A frame that lacks one of the cards gets its default name. FRAME and
 * FIELD stand in for each other; EXTVER is 1 where there is none, as the standard says.
 *
 * <p>All these cards are looked up in the image's header, then in the primary header, unless the
 * image's header says INHERIT = F. EXTNAME, EXTVER and EXTLEVEL, which name an HDU, are never taken
 * from the primary header; nor is what belongs to pixels, such as BSCALE, BLANK or the WCS.
 *
 * <p>Field and band come from data, so they are made safe for file names: other characters than
 * {@code [A-Za-z0-9._+-]} and leading dots become {@code _}, and 100 characters is the most.
 *
 * <p>Immutable.
 */
public final class FieldPattern {
  private static final Pattern PART =
      Pattern.compile("\\{([A-Z0-9_-]{1,8})(?::0([1-9][0-9]?))?}|([^{}]+)");
  private static final Pattern SUFFIXES =
      Pattern.compile("(?:\\.(?:fits|fit|fts|fz|gz|bz2|z))+$", Pattern.CASE_INSENSITIVE);
  private static final String SAFE =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._+-";
  private static final int MAX_CHARS = 100;
  private static final FieldPattern DEFAULTS = new FieldPattern("", List.of());

  /** A literal text, or a keyword (with a width, 0 for none). */
  private record Part(String literal, String keyword, int width) {}

  private final String pattern;
  private final List<Part> parts;

  private FieldPattern(String pattern, List<Part> parts) {
    this.pattern = pattern;
    this.parts = parts;
  }

  /** The rules for SDSS and for file names. */
  public static FieldPattern defaults() {
    return DEFAULTS;
  }

  /**
   * A pattern of header cards.
   *
   * @throws IllegalArgumentException with a message for the user, if it is not a pattern
   */
  public static FieldPattern of(String pattern) {
    return new FieldPattern(pattern, parse(pattern));
  }

  private static List<Part> parse(String pattern) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(pattern);
    int at = 0;
    boolean anyKeyword = false;
    while (at < pattern.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw bad(pattern, "cannot be understood from '" + pattern.substring(at) + "' on");
      }
      String keyword = matcher.group(1);
      String width = matcher.group(2);
      parts.add(new Part(matcher.group(3), keyword, width == null ? 0 : Integer.parseInt(width)));
      anyKeyword |= keyword != null;
      at = matcher.end();
    }
    if (!anyKeyword) {
      throw bad(pattern, "names no header card");
    }
    return List.copyOf(parts);
  }

  private static IllegalArgumentException bad(String pattern, String why) {
    return new IllegalArgumentException(
        "the field pattern '"
            + pattern
            + "' "
            + why
            + "; write keywords of header cards as {RUN} or, padded with zeros, {RUN:06}");
  }

  /** Names the frame of a header; {@code primary} may be the same header. */
  FrameId identify(Header header, Header primary, String image, int hdu) {
    String name = fileName(image);
    SdssIdentity byName = SdssIdentity.ofName(name);
    String field = fromCards(header, primary);
    String band = Cards.text(header, primary, "FILTER");
    if (field == null) {
      SdssIdentity byCards = SdssIdentity.ofCards(header, primary);
      field = byCards == null ? null : byCards.field();
    }
    if (field == null && byName != null) {
      field = byName.field();
      band = byName.band();
    }
    if (band == null) {
      band = byName == null ? "" : byName.band();
    }
    return new FrameId(
        sanitize(field == null ? stem(name) : field), sanitizeBand(band), image, hdu);
  }

  /** The field of a file whose headers are not known, by its name. */
  static String fieldOfName(String image) {
    String name = fileName(image);
    SdssIdentity byName = SdssIdentity.ofName(name);
    return sanitize(byName == null ? stem(name) : byName.field());
  }

  /** The field by the own pattern; null without one, or if a card is missing. */
  private String fromCards(Header header, Header primary) {
    StringBuilder field = new StringBuilder();
    for (Part part : parts) {
      if (part.literal != null) {
        field.append(part.literal);
        continue;
      }
      String value = card(part.keyword, header, primary);
      if (value == null) {
        return null;
      }
      field.append("0".repeat(zeros(value, part.width))).append(value);
    }
    return parts.isEmpty() ? null : field.toString();
  }

  private static int zeros(String value, int width) {
    boolean number = value.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Math.max(0, width - value.length()) : 0;
  }

  private static String card(String keyword, Header header, Header primary) {
    String value = Cards.text(header, primary, keyword);
    if (value == null && keyword.equals("FRAME")) {
      value = Cards.text(header, primary, "FIELD");
    } else if (value == null && keyword.equals("FIELD")) {
      value = Cards.text(header, primary, "FRAME");
    } else if (value == null && keyword.equals("EXTVER")) {
      value = "1";
    }
    return value;
  }

  private static String fileName(String image) {
    return image.substring(image.lastIndexOf('/') + 1);
  }

  private static String stem(String name) {
    String stem = SUFFIXES.matcher(name).replaceFirst("");
    return stem.isEmpty() ? name : stem;
  }

  private static String sanitize(String text) {
    String safe = sanitizeBand(text);
    return safe.isEmpty() ? "_" : safe;
  }

  private static String sanitizeBand(String text) {
    StringBuilder safe = new StringBuilder();
    boolean leading = true;
    for (int i = 0; i < text.length() && safe.length() < MAX_CHARS; i++) {
      char c = text.charAt(i);
      leading &= c == '.';
      boolean plain = SAFE.indexOf(c) >= 0;
      safe.append(plain && !leading ? c : '_');
    }
    return safe.toString();
  }

  /** The pattern as given; empty for the defaults. */
  @Override
  public String toString() {
    return pattern;
  }
}
