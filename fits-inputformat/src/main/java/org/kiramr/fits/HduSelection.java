package org.kiramr.fits;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nom.tam.fits.Header;

/**
 * Which HDUs of a file are wanted: all, or a list such as {@code 1,3-5,SCI,SCI:2}.
 *
 * <p>An entry is a number or a range of numbers, the primary HDU being 0; or a name, with or
 * without a version: EXTNAME and EXTVER, which is 1 where the card is missing (FITS Standard 4.0,
 * section 4.4.2.6). Names are compared without regard to case and to blanks around them, as CFITSIO
 * does. {@code PRIMARY} names the primary HDU, whatever else it is called. A name of digits only
 * must be written with its version ({@code 5:1}), a name with a comma in it cannot be written.
 *
 * <p>An HDU that several entries name is read once. An entry that no HDU of a file matches counts
 * for nothing as long as another entry matches one: archives mix files of different make. A file in
 * which no HDU matches at all is rejected ({@link RejectCode#NO_SUCH_HDU}).
 *
 * <p>Immutable.
 */
public final class HduSelection {
  private static final String PRIMARY = "PRIMARY";
  private static final Pattern NAMED = Pattern.compile("(.+?)(?::([0-9]{1,9}))?");
  private static final HduSelection ALL = new HduSelection("", List.of());

  /** Numbers, or a name with a version (null for any). */
  private record Entry(NumberRange numbers, String name, Integer version) {
    boolean matches(int hdu, HduName hduName) {
      if (numbers != null) {
        return numbers.contains(hdu);
      }
      boolean named = name.equals(hduName.name()) || (hdu == 0 && name.equals(PRIMARY));
      return named && (version == null || version == hduName.version());
    }
  }

  private final String text;
  private final List<Entry> entries;

  private HduSelection(String text, List<Entry> entries) {
    this.text = text;
    this.entries = entries;
  }

  /** Every HDU. */
  public static HduSelection all() {
    return ALL;
  }

  /**
   * The HDUs of a list.
   *
   * @throws IllegalArgumentException with a message for the user, if it is not such a list
   */
  public static HduSelection of(String list) {
    return new HduSelection(
        list, Arrays.stream(list.split(",", -1)).map(HduSelection::entry).toList());
  }

  /** The HDUs of one name, in upper case, in every version. */
  static HduSelection ofName(String name) {
    return new HduSelection(name, List.of(new Entry(null, name, null)));
  }

  private static Entry entry(String item) {
    String word = HduName.fold(item);
    NumberRange numbers = NumberRange.parseOrNull(word);
    if (numbers != null) {
      return new Entry(numbers, null, null);
    }
    Matcher matcher = NAMED.matcher(word);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "an entry is empty; write numbers and names of HDUs such as 1,3-5,SCI,SCI:2");
    }
    String version = matcher.group(2);
    return new Entry(null, matcher.group(1), version == null ? null : Integer.valueOf(version));
  }

  boolean isAll() {
    return entries.isEmpty();
  }

  /** Whether an HDU is wanted. */
  boolean contains(int hdu, Header header) {
    if (isAll()) {
      return true;
    }
    HduName name = HduName.of(header);
    return entries.stream().anyMatch(entry -> entry.matches(hdu, name));
  }

  /** How an HDU can be asked for: its number and, if it has one, its name, e.g. {@code 4 SCI:2}. */
  static String describe(int hdu, Header header) {
    String extname = Cards.text(header, "EXTNAME");
    if (extname == null) {
      return hdu == 0 ? hdu + " " + PRIMARY : Integer.toString(hdu);
    }
    int version = HduName.of(header).version();
    return hdu + " " + extname + (version == 1 ? "" : ":" + version);
  }

  /** The list as given; empty for all. */
  @Override
  public String toString() {
    return text;
  }
}
