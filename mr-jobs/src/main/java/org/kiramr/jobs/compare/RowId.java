package org.kiramr.jobs.compare;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Which row of a catalogue. The natural order is the catalogue's: text by its UTF-8 bytes.
 *
 * @param field patch of sky
 * @param band filter
 * @param image file
 * @param hdu counted from 0
 * @param number detection in its frame, counted from 1; 0 is the frame itself
 */
public record RowId(String field, String band, String image, int hdu, int number)
    implements Comparable<RowId> {
  @Override
  public int compareTo(RowId other) {
    int order = compare(field, other.field);
    if (order == 0) {
      order = compare(band, other.band);
    }
    if (order == 0) {
      order = compare(image, other.image);
    }
    if (order == 0) {
      order = Integer.compare(hdu, other.hdu);
    }
    return order != 0 ? order : Integer.compare(number, other.number);
  }

  private static int compare(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  /** For people: {@code field 003918-3-0213 band r image a.fits HDU 0 number 12}. */
  @Override
  public String toString() {
    return "field "
        + field
        + " band "
        + (band.isEmpty() ? "\"\"" : band)
        + " image "
        + image
        + " HDU "
        + hdu
        + (number > 0 ? " number " + number : "");
  }
}
