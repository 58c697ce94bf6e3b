package org.kiramr.fits;

import java.util.Objects;

/**
 * Who a frame is: the patch of sky, the band, the file and the HDU it came from.
 *
 * <p>The natural order is field, band, image (each in the order of its UTF-8 bytes), then HDU: the
 * order of the rows of a catalogue.
 *
 * @param field the patch of sky, e.g. {@code 003918-3-0213}; safe to use in a file name
 * @param band the filter, e.g. {@code r}; empty if unknown; safe to use in a file name
 * @param image path of the file relative to the input that named it, parts separated by {@code /};
 *     for the plane of a cube its {@link PlaneName}
 * @param hdu number of the HDU in its file, the primary HDU is 0
 */
public record FrameId(String field, String band, String image, int hdu)
    implements Comparable<FrameId> {

  public FrameId {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(band, "band");
    Objects.requireNonNull(image, "image");
    if (hdu < 0) {
      throw new IllegalArgumentException("hdu is negative: " + hdu);
    }
  }

  @Override
  public int compareTo(FrameId other) {
    int order = compareUtf8(field, other.field);
    if (order == 0) {
      order = compareUtf8(band, other.band);
    }
    if (order == 0) {
      order = compareUtf8(image, other.image);
    }
    return order == 0 ? Integer.compare(hdu, other.hdu) : order;
  }

  /**
   * Compares as the UTF-8 bytes of the strings do, without encoding them.
   *
   * <p>{@link String#compareTo} compares UTF-16 units, which puts characters above U+FFFF before
   * U+E000; UTF-8 keeps the order of code points.
   *
   * @return negative, zero or positive
   */
  public static int compareUtf8(String a, String b) {
    int n = Math.min(a.length(), b.length());
    for (int i = 0; i < n; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        if (Character.isSurrogate(x) == Character.isSurrogate(y)) {
          return Character.compare(x, y);
        }
        return Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
