package org.kiramr.fits;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nom.tam.fits.Header;

/**
 * Field and band of a frame of the SDSS camera.
 *
 * @param field run, camera column and field number, e.g. {@code 003918-3-0213}
 * @param band the band by the file's name; null if cards gave the identity
 */
record SdssIdentity(String field, String band) {
  private static final Pattern FPC =
      Pattern.compile("fpC-(\\d{6})-([ugriz])(\\d)-(\\d{4}).*", Pattern.DOTALL);
  private static final Pattern FRAME =
      Pattern.compile("frame-([ugriz])-(\\d{6})-(\\d)-(\\d{4}).*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /** The filters by CAMROW, the row of the camera, from 1. */
  private static final String ROWS = "riuzg";

  /** By the name of a file: DR2 to DR7 (fpC) or DR8 and later (frame); null for other names. */
  static SdssIdentity ofName(String name) {
    Matcher fpc = FPC.matcher(name);
    if (fpc.matches()) {
      return of(fpc.group(1), fpc.group(3), fpc.group(4), fpc.group(2));
    }
    Matcher frame = FRAME.matcher(name);
    return frame.matches()
        ? of(frame.group(2), frame.group(3), frame.group(4), frame.group(1))
        : null;
  }

  /** By the cards RUN, CAMCOL and FIELD (or FRAME); null if one is missing or no number. */
  static SdssIdentity ofCards(Header header, Header primary) {
    String run = Cards.text(header, primary, "RUN");
    String camcol = Cards.text(header, primary, "CAMCOL");
    String number = Cards.text(header, primary, "FIELD");
    if (number == null) {
      number = Cards.text(header, primary, "FRAME");
      if (isNumber(number)) {
        number = Integer.toString(Integer.parseInt(number) - frameOffset(header, primary));
      }
    }
    return isNumber(run) && isNumber(camcol) && isNumber(number)
        ? of(run, camcol, number, null)
        : null;
  }

  /**
   * What to take off FRAME to get the field. The camera scans the same sky with one row of filters
   * after the other, each two frames later than the row before, and FRAME counts from the start of
   * the scan: in the frames of field 213 it is 213 in r, 215 in i, 217 in u, 219 in z and 221 in g.
   */
  private static int frameOffset(Header header, Header primary) {
    String row = Cards.text(header, primary, "CAMROW");
    String filter = Cards.text(header, primary, "FILTER");
    if (row == null || filter == null || filter.length() != 1) {
      return 0;
    }
    int before = ROWS.indexOf(filter);
    return row.equals(Integer.toString(before + 1)) ? 2 * before : 0;
  }

  private static boolean isNumber(String value) {
    return value != null && NUMBER.matcher(value).matches();
  }

  private static SdssIdentity of(String run, String camcol, String number, String band) {
    String field =
        String.format(
            Locale.ROOT,
            "%06d-%d-%04d",
            Integer.parseInt(run),
            Integer.parseInt(camcol),
            Integer.parseInt(number));
    return new SdssIdentity(field, band);
  }
}
