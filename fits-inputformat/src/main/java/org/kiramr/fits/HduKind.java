package org.kiramr.fits;

import nom.tam.fits.Header;

/** What an HDU holds, as its header announces it. */
public enum HduKind {
  /** An image of two axes; further axes have length 1. */
  IMAGE("image"),
  /** An image of three axes and more: several planes. */
  CUBE("cube"),
  /** An image, or cube, in the tiles of a binary table. */
  TILE_COMPRESSED_IMAGE("tiled image"),
  /** A table: BINTABLE or A3DTABLE. */
  BINARY_TABLE("binary table"),
  /** A table: TABLE. */
  ASCII_TABLE("ASCII table"),
  /** No data: NAXIS is 0. */
  EMPTY("empty"),
  /** An array of one axis. */
  VECTOR("1-D array"),
  /** Random groups, as radio interferometers wrote them. */
  RANDOM_GROUPS("random groups"),
  /** An extension of another type. */
  OTHER("other");

  private final String label;

  HduKind(String label) {
    this.label = label;
  }

  /** Two words at most, for people. */
  public String label() {
    return label;
  }

  static HduKind of(HduLayout layout, Header header) {
    return switch (layout.kind()) {
      case IMAGE -> layout.imageAxes().isCube() ? CUBE : IMAGE;
      case ZERO_SIZE -> IMAGE;
      case TILE_COMPRESSED -> TILE_COMPRESSED_IMAGE;
      case IGNORED -> ofIgnored(layout, Cards.text(header, "XTENSION"));
    };
  }

  private static HduKind ofIgnored(HduLayout layout, String type) {
    if (!layout.isImageType()) {
      return switch (type) {
        case "BINTABLE", "A3DTABLE" -> BINARY_TABLE;
        case "TABLE" -> ASCII_TABLE;
        default -> OTHER;
      };
    }
    return switch (layout.axes()) {
      case 0 -> EMPTY;
      case 1 -> VECTOR;
      default -> RANDOM_GROUPS;
    };
  }
}
