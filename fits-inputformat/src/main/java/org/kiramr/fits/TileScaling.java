package org.kiramr.fits;

import nom.tam.fits.Header;

/**
 * From the values in the tiles to image units.
 *
 * <p>Integer images have BSCALE, BZERO and BLANK like plain ones. Floating-point pixels were
 * quantised to integers of tiles with a scale and a zero point of their own (ZSCALE, ZZERO), and
 * with ZBLANK for NaN; where such an image has BSCALE and BZERO on top, both scalings are joined
 * first, as CFITSIO does.
 */
final class TileScaling {
  /** ZQUANTIZ: what was added before the pixels were rounded. */
  private enum Quantization {
    NONE,
    NO_DITHER,
    SUBTRACTIVE_DITHER_1,
    SUBTRACTIVE_DITHER_2
  }

  /** What CFITSIO adds to unsigned 16-bit pixels, as PLIO knows no negative ones. */
  private static final double PLIO_OFFSET = 32768;

  private final Quantization quantization;
  private final long zdither0;
  private final Scaling image;
  private final Scaling tiles;
  private final boolean plio;
  private final TileColumn scaleColumn;
  private final TileColumn zeroColumn;
  private final TileColumn blankColumn;

  private TileScaling(
      Header header,
      int bitpix,
      TileCompression compression,
      Quantization quantization,
      TileTable table)
      throws Rejection {
    this.quantization = quantization;
    zdither0 = Cards.integer(header, "ZDITHER0", 1);
    Scaling plain = Scaling.of(header, bitpix);
    Long zblank = Cards.integerOrNull(header, "ZBLANK");
    Long blank = zblank != null ? zblank : plain.blank();
    image = new Scaling(plain.scale(), plain.zero(), bitpix > 0 ? blank : null);
    tiles = new Scaling(Cards.real(header, "ZSCALE", 1), Cards.real(header, "ZZERO", 0), blank);
    plio = compression == TileCompression.PLIO_1;
    scaleColumn = numbers(table, "ZSCALE");
    zeroColumn = numbers(table, "ZZERO");
    blankColumn = numbers(table, "ZBLANK");
  }

  /**
   * Reads the header of the table.
   *
   * @param bitpix ZBITPIX
   */
  static TileScaling of(Header header, int bitpix, TileCompression compression, TileTable table)
      throws Rejection {
    return new TileScaling(header, bitpix, compression, quantization(header, bitpix, table), table);
  }

  private static Quantization quantization(Header header, int bitpix, TileTable table)
      throws Rejection {
    boolean scaled = table.column("ZSCALE") != null || Cards.text(header, "ZSCALE") != null;
    if (bitpix > 0 || !scaled) {
      return Quantization.NONE;
    }
    String name = Cards.text(header, "ZQUANTIZ");
    if (name == null) {
      return Quantization.NO_DITHER;
    }
    for (Quantization quantization : Quantization.values()) {
      if (quantization.name().equals(name)) {
        return quantization;
      }
    }
    throw new Rejection(
        RejectCode.UNSUPPORTED_COMPRESSION,
        "pixels that were quantised with " + name + " cannot be restored: unpack the file first");
  }

  private static TileColumn numbers(TileTable table, String name) throws Rejection {
    TileColumn column = table.column(name);
    if (column != null && ("BIJKED".indexOf(column.type()) < 0 || column.bytes() == 0)) {
      throw new Rejection(RejectCode.BAD_HEADER, "the column " + name + " is not one of numbers");
    }
    return column;
  }

  /** Whether the compressed values are integers although the pixels are not. */
  boolean isQuantized() {
    return quantization != Quantization.NONE;
  }

  /** Whether the integer that stands for exactly zero has to be looked for. */
  boolean keepsZeros() {
    return quantization == Quantization.SUBTRACTIVE_DITHER_2;
  }

  /** The random numbers of a tile, or null if there are none. */
  Dither dither(int tile) {
    return quantization == Quantization.SUBTRACTIVE_DITHER_1
            || quantization == Quantization.SUBTRACTIVE_DITHER_2
        ? new Dither(tile, zdither0)
        : null;
  }

  /** The scaling of pixels that were not quantised. */
  Scaling ofImage() {
    return image;
  }

  /** The scaling of a tile's compressed values. */
  Scaling ofTile(TileRows rows, int tile) {
    Long blank = blankColumn == null ? tiles.blank() : (Long) rows.integer(tile, blankColumn);
    if (!isQuantized()) {
      boolean shifted = plio && image.scale() == 1 && image.zero() == PLIO_OFFSET;
      return new Scaling(image.scale(), shifted ? 0 : image.zero(), blank);
    }
    double scale = scaleColumn == null ? tiles.scale() : rows.real(tile, scaleColumn);
    double zero = zeroColumn == null ? tiles.zero() : rows.real(tile, zeroColumn);
    return image.isIdentity()
        ? new Scaling(scale, zero, blank)
        : new Scaling(scale * image.scale(), zero * image.scale() + image.zero(), blank);
  }
}
