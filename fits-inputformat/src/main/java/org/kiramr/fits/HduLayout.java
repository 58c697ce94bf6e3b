package org.kiramr.fits;

import java.util.Arrays;
import java.util.List;
import nom.tam.fits.Header;

/** What kind of HDU a header announces, and how many bytes of data follow it. */
final class HduLayout {
  static final int MAX_AXES = 999;
  private static final String IMAGE = "IMAGE";

  /** Kinds of HDU, as far as a reader of frames cares. */
  enum Kind {
    /** An image of two axes and more, none of them of length zero. */
    IMAGE,
    IGNORED,
    TILE_COMPRESSED,
    ZERO_SIZE
  }

  private final Kind kind;
  private final String type;
  private final int bitpix;
  private final long[] axes;
  private final long dataBytes;

  private HduLayout(Kind kind, String type, int bitpix, long[] axes, long dataBytes) {
    this.kind = kind;
    this.type = type;
    this.bitpix = bitpix;
    this.axes = axes;
    this.dataBytes = dataBytes;
  }

  /**
   * Reads the structural cards.
   *
   * @throws Rejection if they do not tell how long the data are
   */
  static HduLayout of(Header header) throws Rejection {
    int bitpix = bitpix(header);
    long[] axes = axes(header);
    String type = type(header);
    boolean image = isImage(type);
    boolean groups = image && axes.length > 0 && axes[0] == 0 && Cards.isTrue(header, "GROUPS");
    long gcount = notNegative("GCOUNT", Cards.integer(header, "GCOUNT", 1));
    if (image && !groups) {
      gcount = 1; // By definition, and some programs write 0.
    }
    long bytes = dataBytes(header, bitpix, groups ? tail(axes) : axes, gcount);
    return new HduLayout(kind(header, axes, image, groups), type, bitpix, axes, bytes);
  }

  Kind kind() {
    return kind;
  }

  int bitpix() {
    return bitpix;
  }

  int valueBytes() {
    return Math.abs(bitpix) / 8;
  }

  /** The axes of an image; only for {@link Kind#IMAGE}. */
  ImageAxes imageAxes() {
    return new ImageAxes(axes);
  }

  /** NAXISn of any HDU. */
  List<Long> axisLengths() {
    return Arrays.stream(axes).boxed().toList();
  }

  /**
   * Whether it is the primary HDU or an image extension, so that the axes are those of an array.
   */
  boolean isImageType() {
    return isImage(type);
  }

  private static boolean isImage(String type) {
    return type.equals(IMAGE) || type.equals("IUEIMAGE");
  }

  /** What an HDU without an image is, for people. */
  String nonImage() {
    if (!type.equals(IMAGE)) {
      return "it is an extension of type " + type;
    }
    return switch (axes.length) {
      case 0 -> "it has no data (NAXIS = 0)";
      case 1 -> "it has one axis (NAXIS1 = " + axes[0] + ")";
      default -> "it holds random groups";
    };
  }

  /** NAXIS. */
  int axes() {
    return axes.length;
  }

  /** NAXISn, n counted from 1. */
  long axis(int n) {
    return axes[n - 1];
  }

  /** Length of the data without padding. */
  long dataBytes() {
    return dataBytes;
  }

  /** Bytes after the data up to a whole block. */
  int padding() {
    return (int) ((HeaderText.BLOCK - dataBytes % HeaderText.BLOCK) % HeaderText.BLOCK);
  }

  /** Lengths of the axes as people write them: 2048 x 1489. */
  String size() {
    return ImageAxes.size(axes);
  }

  private static long[] tail(long[] axes) {
    return Arrays.copyOfRange(axes, 1, axes.length);
  }

  private static Kind kind(Header header, long[] axes, boolean image, boolean groups) {
    if (!image) {
      return Cards.isTrue(header, "ZIMAGE") ? Kind.TILE_COMPRESSED : Kind.IGNORED;
    }
    if (groups || axes.length < 2) {
      return Kind.IGNORED;
    }
    if (Arrays.stream(axes).anyMatch(n -> n == 0)) {
      return Kind.ZERO_SIZE;
    }
    return Kind.IMAGE;
  }

  /** XTENSION; the primary HDU, which has none, is an image. */
  private static String type(Header header) {
    String extension = Cards.text(header, "XTENSION");
    return extension == null ? IMAGE : extension;
  }

  private static int bitpix(Header header) throws Rejection {
    long bitpix = Cards.integer(header, "BITPIX");
    if (bitpix != 8 && bitpix != 16 && Math.abs(bitpix) != 32 && Math.abs(bitpix) != 64) {
      throw new Rejection(
          RejectCode.BAD_HEADER, "BITPIX = " + bitpix + " is not one of 8, 16, 32, 64, -32, -64");
    }
    return (int) bitpix;
  }

  private static long[] axes(Header header) throws Rejection {
    long count = Cards.integer(header, "NAXIS");
    if (count < 0 || count > MAX_AXES) {
      throw new Rejection(
          RejectCode.BAD_HEADER, "NAXIS = " + count + " is not between 0 and " + MAX_AXES);
    }
    long[] axes = new long[(int) count];
    for (int i = 0; i < axes.length; i++) {
      String keyword = "NAXIS" + (i + 1);
      axes[i] = notNegative(keyword, Cards.integer(header, keyword));
    }
    return axes;
  }

  /** The equation for the size of the data, FITS Standard 4.0, sections 4.4.1.1, 6 and 7. */
  private static long dataBytes(Header header, int bitpix, long[] axes, long gcount)
      throws Rejection {
    if (axes.length == 0) {
      return 0;
    }
    long pcount = notNegative("PCOUNT", Cards.integer(header, "PCOUNT", 0));
    try {
      long values = 1;
      for (long axis : axes) {
        values = Math.multiplyExact(values, axis);
      }
      long bytes = Math.multiplyExact(gcount, Math.addExact(pcount, values));
      bytes = Math.multiplyExact(bytes, Math.abs(bitpix) / 8);
      return Math.addExact(bytes, HeaderText.BLOCK) - HeaderText.BLOCK;
    } catch (ArithmeticException e) {
      throw new Rejection(
          RejectCode.BAD_HEADER,
          "axes of " + ImageAxes.size(axes) + " make more data than any file can hold",
          e);
    }
  }

  private static long notNegative(String keyword, long value) throws Rejection {
    if (value < 0) {
      throw new Rejection(RejectCode.BAD_HEADER, keyword + " = " + value + " is negative");
    }
    return value;
  }
}
