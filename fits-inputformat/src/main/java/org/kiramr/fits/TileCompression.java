package org.kiramr.fits;

import java.util.Arrays;
import java.util.stream.Collectors;
import nom.tam.fits.Header;

/** ZCMPTYPE: how the tiles of an image are compressed; FITS Standard 4.0, section 10.4. */
enum TileCompression {
  RICE_1,
  GZIP_1,
  GZIP_2,
  HCOMPRESS_1,
  PLIO_1,
  NOCOMPRESS;

  /**
   * Reads ZCMPTYPE.
   *
   * @throws Rejection if there is no such card, or nobody knows what it says
   */
  static TileCompression of(Header header) throws Rejection {
    String name = Cards.text(header, "ZCMPTYPE");
    if (name == null) {
      throw new Rejection(RejectCode.BAD_HEADER, "the header has no card ZCMPTYPE");
    }
    if (name.equals("RICE_ONE")) {
      return RICE_1; // The name before the standard had one.
    }
    for (TileCompression compression : values()) {
      if (compression.name().equals(name)) {
        return compression;
      }
    }
    throw new Rejection(
        RejectCode.UNSUPPORTED_COMPRESSION,
        "tiles compressed with "
            + name
            + " cannot be read, only with "
            + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))
            + ": unpack the file first");
  }
}
