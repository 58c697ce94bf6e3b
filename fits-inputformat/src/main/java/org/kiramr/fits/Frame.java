package org.kiramr.fits;

import java.util.Objects;
import nom.tam.fits.Header;

/**
 * One two-dimensional image HDU: scaled pixels, mask, header and identity.
 *
 * <p>Pixels are in image units, {@code BSCALE x value + BZERO} computed in double; row by row from
 * the first row of the file, pixel (x, y) at index {@code y * width + x}, both counted from 0. They
 * are float for BITPIX 8, 16, 32 and -32, and double for 64 and -64: exactly one of {@link
 * #floatPixels()} and {@link #doublePixels()} is not null. A masked pixel (BLANK, NaN, infinite)
 * holds NaN and 1 in the mask; the mask is null if no pixel is masked.
 *
 * <p>The arrays are handed over without a copy: whoever takes the frame may change the pixels in
 * place. Nothing else changes; apart from the arrays the object is immutable, except for the {@link
 * Header}, which is nom-tam-fits's mutable class and must not be changed.
 */
public final class Frame implements FrameItem {
  private final FrameId id;
  private final int width;
  private final int height;
  private final int bitpix;
  private final float[] floatPixels;
  private final double[] doublePixels;
  private final byte[] mask;
  private final int maskedCount;
  private final byte[] headerBlocks;
  private final Header header;

  Frame(FrameId id, int bitpix, int width, int height, Pixels pixels, HeaderText headerText) {
    this.id = Objects.requireNonNull(id, "id");
    this.width = width;
    this.height = height;
    this.bitpix = bitpix;
    this.floatPixels = pixels.floats();
    this.doublePixels = pixels.doubles();
    this.mask = pixels.mask();
    this.maskedCount = pixels.maskedCount();
    this.headerBlocks = headerText.blocks();
    this.header = headerText.header();
    long expected = (long) width * height;
    if (width < 1 || height < 1 || pixels.length() != expected) {
      throw new IllegalArgumentException(
          "a frame of " + width + " x " + height + " cannot have " + pixels.length() + " pixels");
    }
  }

  /**
   * A frame of float pixels.
   *
   * @param mask 1 for a masked pixel (which must hold NaN), else 0; null if none is masked
   * @param header its header; serialised at once
   */
  public static Frame ofFloats(
      FrameId id, int bitpix, int width, int height, float[] pixels, byte[] mask, Header header) {
    return new Frame(
        id, bitpix, width, height, Pixels.of(pixels, null, mask), HeaderText.of(header));
  }

  /** A frame of double pixels; otherwise like {@link #ofFloats}. */
  public static Frame ofDoubles(
      FrameId id, int bitpix, int width, int height, double[] pixels, byte[] mask, Header header) {
    return new Frame(
        id, bitpix, width, height, Pixels.of(null, pixels, mask), HeaderText.of(header));
  }

  /**
   * A frame put together again from what {@link #headerBlocks()} and the other getters gave.
   *
   * @param floats the pixels, or null if they are doubles
   * @param doubles the pixels, or null if they are floats
   * @throws IllegalArgumentException if the parts do not fit together or the header is not one
   */
  public static Frame restore(
      FrameId id,
      int bitpix,
      int width,
      int height,
      float[] floats,
      double[] doubles,
      byte[] mask,
      byte[] headerBlocks) {
    return new Frame(
        id,
        bitpix,
        width,
        height,
        Pixels.of(floats, doubles, mask),
        HeaderText.parse(headerBlocks));
  }

  public FrameId id() {
    return id;
  }

  /** NAXIS1: pixels in a row. */
  public int width() {
    return width;
  }

  /** NAXIS2: number of rows. */
  public int height() {
    return height;
  }

  /** BITPIX of the file: 8, 16, 32, 64, -32 or -64. */
  public int bitpix() {
    return bitpix;
  }

  /** The pixels, or null if {@link #isDouble()}. */
  public float[] floatPixels() {
    return floatPixels;
  }

  /** The pixels, or null unless {@link #isDouble()}. */
  public double[] doublePixels() {
    return doublePixels;
  }

  /** True for BITPIX 64 and -64. */
  public boolean isDouble() {
    return doublePixels != null;
  }

  /** 1 for each masked pixel, 0 for the others; null if no pixel is masked. */
  public byte[] mask() {
    return mask;
  }

  /** Number of masked pixels. */
  public int maskedCount() {
    return maskedCount;
  }

  /** The header. Not to be changed. */
  public Header header() {
    return header;
  }

  /** The header as in the file: whole blocks of 2880 bytes, END card included. */
  public byte[] headerBlocks() {
    return headerBlocks.clone();
  }

  @Override
  public String toString() {
    return id + " " + width + "x" + height + " BITPIX " + bitpix;
  }
}
