package org.kiramr.fits;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Objects;
import nom.tam.fits.Header;

/**
 * One two-dimensional image HDU: scaled pixels, mask, header and identity.
 *
 * <p>Pixels are in image units, {@code BSCALE x value + BZERO} computed in double; row by row from
 * the first row of the file, pixel (x, y) at index {@code y * width + x}, both counted from 0. They
 * are float for BITPIX 8, 16, 32 and -32, and double for 64 and -64: exactly one of {@link
 * #floatPixels()} and {@link #doublePixels()} is not null. A masked pixel (BLANK, NaN, infinite)
 * holds NaN and 1 in the mask; the mask is null if no pixel is masked. A frame that was read with a
 * mask or a map of noise ({@link Companions}) has the bad pixels of these masked too.
 *
 * <p>Pixels and mask lie outside the Java heap, in direct buffers of native byte order, and may be
 * changed in place by whoever has the frame: a C library can work on them without a copy. {@link
 * #close()} gives their memory back to the reader for a later frame; buffers taken from the frame
 * must not be used after that. A frame that is not closed is freed by the garbage collector.
 *
 * <p>Nothing else changes; apart from the pixels the object is immutable, except for the {@link
 * Header}, which is nom-tam-fits's mutable class and must not be changed. Not thread-safe.
 */
public final class Frame implements FrameItem, AutoCloseable {
  private final FrameId id;
  private final int width;
  private final int height;
  private final int bitpix;
  private final Pixels pixels;
  private final byte[] headerBlocks;
  private final Header header;
  private Frame noise;
  private NoiseKind noiseKind;

  Frame(FrameId id, int bitpix, int width, int height, Pixels pixels, HeaderText headerText) {
    this.id = Objects.requireNonNull(id, "id");
    this.width = width;
    this.height = height;
    this.bitpix = bitpix;
    this.pixels = pixels;
    this.headerBlocks = headerText.blocks();
    this.header = headerText.header();
    long expected = (long) width * height;
    if (width < 1 || height < 1 || pixels.length() != expected) {
      throw new IllegalArgumentException(
          "a frame of " + width + " x " + height + " cannot have " + pixels.length() + " pixels");
    }
  }

  /**
   * A frame of float pixels, which are copied; those that are not finite are masked.
   *
   * @param header its header; serialised at once
   */
  public static Frame ofFloats(
      FrameId id, int bitpix, int width, int height, float[] pixels, Header header) {
    return new Frame(id, bitpix, width, height, Pixels.of(pixels), HeaderText.of(header));
  }

  /** A frame of double pixels; otherwise like {@link #ofFloats}. */
  public static Frame ofDoubles(
      FrameId id, int bitpix, int width, int height, double[] pixels, Header header) {
    return new Frame(id, bitpix, width, height, Pixels.of(pixels), HeaderText.of(header));
  }

  /**
   * A frame put together again from what {@link #headerBlocks()} and the other getters gave.
   *
   * @param floats the pixels, or null if they are doubles; those that are not finite are masked
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
      byte[] headerBlocks) {
    if ((floats == null) == (doubles == null)) {
      throw new IllegalArgumentException("pixels must be either float or double");
    }
    return new Frame(
        id,
        bitpix,
        width,
        height,
        floats != null ? Pixels.of(floats) : Pixels.of(doubles),
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

  /** The pixels, or null if {@link #isDouble()}; a new view with each call. */
  public FloatBuffer floatPixels() {
    return pixels.floats();
  }

  /** The pixels, or null unless {@link #isDouble()}; a new view with each call. */
  public DoubleBuffer doublePixels() {
    return pixels.doubles();
  }

  /** True for BITPIX 64 and -64. */
  public boolean isDouble() {
    return pixels.isDouble();
  }

  /** 1 for each masked pixel, 0 for the others; null if no pixel is masked. */
  public ByteBuffer mask() {
    return pixels.mask();
  }

  /** Number of masked pixels. */
  public int maskedCount() {
    return pixels.maskedCount();
  }

  /**
   * Noise by pixel, in the order of the pixels: standard deviations or variances, see {@link
   * #noiseKind()}. Masked pixels may hold anything. Null if the frame came without.
   */
  public FloatBuffer noise() {
    return noise == null ? null : noise.floatPixels();
  }

  /** {@link NoiseKind#STDDEV} or {@link NoiseKind#VARIANCE}; null without noise. */
  public NoiseKind noiseKind() {
    return noiseKind;
  }

  /** Bytes of memory that pixels, mask and noise take at most. */
  public long memoryBytes() {
    return pixels.memoryBytes() + (noise == null ? 0 : noise.memoryBytes());
  }

  /** The header. Not to be changed. */
  public Header header() {
    return header;
  }

  /** The header as in the file: whole blocks of 2880 bytes, END card included. */
  public byte[] headerBlocks() {
    return headerBlocks.clone();
  }

  /**
   * Masks the pixels at which a map of the same size has one of these bits, or no value.
   *
   * @param bits {@link Companions#ANY_BIT} for any value but 0
   */
  void mask(Frame map, long bits) {
    FloatBuffer floats = map.floatPixels();
    DoubleBuffer doubles = map.doublePixels();
    for (int i = 0; i < pixels.length(); i++) {
      double value = doubles == null ? floats.get(i) : doubles.get(i);
      // also a fraction, which has no bits
      boolean bad = bits == Companions.ANY_BIT ? value != 0 : ((long) value & bits) != 0;
      if (bad || Double.isNaN(value)) {
        pixels.mask(i);
      }
    }
  }

  /**
   * Takes a map of the same size as this frame's noise, and masks the pixels where it is not above
   * 0 and finite. Weights become variances, doubles floats.
   */
  void takeNoise(Frame map, NoiseKind kind) {
    if (noise != null) {
      noise.close();
    }
    noise = map;
    noiseKind = kind == NoiseKind.STDDEV ? kind : NoiseKind.VARIANCE;
    DoubleBuffer exact = map.doublePixels();
    // each float lies before or in the double it is made of, which has been read by then
    FloatBuffer values = map.pixels.narrow();
    for (int i = 0; i < pixels.length(); i++) {
      double given = exact == null ? values.get(i) : exact.get(i);
      float value = (float) (kind == NoiseKind.WEIGHT ? 1 / given : given);
      values.put(i, value);
      if (!(value > 0 && value < Float.POSITIVE_INFINITY)) {
        pixels.mask(i);
      }
    }
  }

  /**
   * Gives the frame noise by pixel, which is copied.
   *
   * @param values in the order of the pixels
   * @param kind {@link NoiseKind#STDDEV} or {@link NoiseKind#VARIANCE}
   */
  public void setNoise(float[] values, NoiseKind kind) {
    HeaderText text = HeaderText.parse(headerBlocks);
    takeNoise(new Frame(id, -Float.SIZE, width, height, Pixels.of(values), text), kind);
  }

  /**
   * Checks that there is something to work on.
   *
   * @throws Rejection if not
   */
  void requireUnmasked() throws Rejection {
    pixels.requireUnmasked();
  }

  /** Gives the memory of the pixels back. Closing twice does nothing. */
  @Override
  public void close() {
    pixels.close();
    if (noise != null) {
      noise.close();
    }
  }

  /** Length of the header in the file, bytes. */
  int headerLength() {
    return headerBlocks.length;
  }

  @Override
  public String toString() {
    return id + " " + width + "x" + height + " BITPIX " + bitpix;
  }
}
