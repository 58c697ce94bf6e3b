package org.kiramr.fits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Set;
import nom.tam.fits.Header;

/** Decodes the tiles of one image, one after the other. Not thread-safe. */
final class TileDecoder {
  private static final int MAX_BLOCK = 1 << 20;
  private static final Set<Long> BYTE_PIX = Set.of(1L, 2L, 4L);
  private static final Set<Integer> VALUE_BYTES = Set.of(1, 2, 4, 8);
  private static final int MAX_PARAMETERS = 99;

  private final TileCompression compression;
  private final int bitpix;
  private final TileScaling scaling;
  private final TilePixels pixels;
  private final int[] integers;
  private final RiceTile rice;
  private final HcompressTile hcompress;
  private final PlioTile plio = new PlioTile();
  private final int capacity;
  private byte[] inflated = {};
  private byte[] unshuffled = {};

  /**
   * A decoder with the parameters of the header (ZNAMEn, ZVALn).
   *
   * @param header header of the table
   * @param bitpix ZBITPIX
   * @param isDouble whether pixels become doubles
   * @param capacity pixels of the largest tile
   */
  TileDecoder(
      Header header,
      TileCompression compression,
      int bitpix,
      boolean isDouble,
      TileScaling scaling,
      int capacity)
      throws Rejection {
    this.compression = compression;
    this.bitpix = bitpix;
    this.scaling = scaling;
    this.capacity = capacity;
    long blockSize = parameter(header, "BLOCKSIZE", 32);
    long bytePix = parameter(header, "BYTEPIX", 4);
    if (blockSize < 1 || blockSize > MAX_BLOCK || !BYTE_PIX.contains(bytePix)) {
      throw new Rejection(
          RejectCode.BAD_HEADER,
          "tiles of BLOCKSIZE " + blockSize + " and BYTEPIX " + bytePix + " are not possible");
    }
    pixels = new TilePixels(isDouble, capacity);
    integers = new int[capacity];
    rice = new RiceTile((int) blockSize, (int) bytePix);
    hcompress =
        compression == TileCompression.HCOMPRESS_1
            ? new HcompressTile(parameter(header, "SMOOTH", 0) != 0, capacity)
            : null;
  }

  /** Bytes of heap that a decoder takes for a pixel of its largest tile, at most. */
  static int heapBytesPerPixel(TileCompression compression, int bitpix) {
    int value = bitpix == 8 || bitpix == 16 || bitpix == -32 ? Float.BYTES : Double.BYTES;
    return switch (compression) {
      case RICE_1, PLIO_1, NOCOMPRESS -> Integer.BYTES + 2 * value;
      case GZIP_1, GZIP_2 -> Integer.BYTES + 3 * value;
      case HCOMPRESS_1 -> Integer.BYTES + Long.BYTES + 1 + 2 * value;
    };
  }

  private static long parameter(Header header, String name, long absent) throws Rejection {
    for (int n = 1; n <= MAX_PARAMETERS; n++) {
      String key = Cards.text(header, "ZNAME" + n);
      if (key == null) {
        break;
      }
      if (key.toUpperCase(Locale.ROOT).equals(name)) {
        return Cards.integer(header, "ZVAL" + n, absent);
      }
    }
    return absent;
  }

  /**
   * Decodes a tile.
   *
   * @param row its row
   * @param n its pixels
   * @param bytes its data, from the first byte on
   * @return its pixels, until the next call
   * @throws IOException if the data are not those of such a tile; runtime exceptions of
   *     nom-tam-fits mean the same
   */
  TilePixels decode(TileRows rows, int row, int n, TileData data, byte[] bytes) throws IOException {
    switch (data.source()) {
      case COMPRESSED_DATA -> decodeCompressed(rows, row, n, data.length(), bytes);
      case GZIP_COMPRESSED_DATA -> {
        int size = inflate(bytes, data.length(), n);
        set(inflated, size, bitpix > 0, n, scaling.ofImage(), null);
      }
      case UNCOMPRESSED_DATA -> {
        boolean real = data.element() == 'E' || data.element() == 'D';
        set(bytes, valueBytes(data.length(), n), !real, n, scaling.ofImage(), null);
      }
    }
    return pixels;
  }

  private void decodeCompressed(TileRows rows, int row, int n, int length, byte[] bytes)
      throws IOException {
    Scaling tileScaling = scaling.ofTile(rows, row);
    Dither dither = scaling.dither(row);
    boolean integer = bitpix > 0 || scaling.isQuantized();
    switch (compression) {
      case RICE_1 -> {
        rice.decode(bytes, length, integers, n);
        setIntegers(n, tileScaling, dither);
      }
      case HCOMPRESS_1 -> {
        hcompress.decode(bytes, length, integers, n);
        setIntegers(n, tileScaling, dither);
      }
      case PLIO_1 -> {
        plio.decode(bytes, length, integers, n);
        setIntegers(n, tileScaling, dither);
      }
      case GZIP_1 -> {
        int size = inflate(bytes, length, n);
        set(inflated, size, integer, n, tileScaling, dither);
      }
      case GZIP_2 -> {
        int size = inflate(bytes, length, n);
        unshuffled = unshuffled.length == 0 ? new byte[inflated.length] : unshuffled;
        GzipTile.unshuffle(inflated, unshuffled, n, size);
        set(unshuffled, size, integer, n, tileScaling, dither);
      }
      case NOCOMPRESS -> set(bytes, valueBytes(length, n), integer, n, tileScaling, dither);
    }
  }

  /** Decompresses a tile and says how many bytes a value of it has. */
  private int inflate(byte[] bytes, int length, int n) throws IOException {
    if (inflated.length == 0) {
      // quantised and small integers may be wider than the pixels
      inflated = new byte[capacity * Math.max(Integer.BYTES, Math.abs(bitpix) / Byte.SIZE)];
    }
    return valueBytes(GzipTile.inflate(bytes, length, inflated), n);
  }

  private static int valueBytes(int bytes, int n) throws IOException {
    int size = bytes / n;
    if ((long) size * n != bytes || !VALUE_BYTES.contains(size)) {
      throw new IOException("it has " + bytes + " bytes for " + n + " pixels");
    }
    return size;
  }

  /** Takes big-endian values; their size tells the type of integers, whatever the header says. */
  private void set(
      byte[] values, int size, boolean integer, int n, Scaling tileScaling, Dither dither)
      throws IOException {
    ByteBuffer data = ByteBuffer.wrap(values, 0, size * n);
    if (!integer) {
      if (size < Float.BYTES) {
        throw new IOException("it has " + size + " bytes for each floating-point pixel");
      }
      pixels.setReals(data, size, n, tileScaling);
      return;
    }
    switch (size) {
      case Byte.BYTES -> {
        for (int i = 0; i < n; i++) {
          integers[i] = data.get(i) & 0xFF;
        }
      }
      case Short.BYTES -> {
        for (int i = 0; i < n; i++) {
          integers[i] = data.getShort(i * Short.BYTES);
        }
      }
      case Integer.BYTES -> data.asIntBuffer().get(integers, 0, n);
      default -> {
        pixels.setLongs(data, n, tileScaling);
        return;
      }
    }
    setIntegers(n, tileScaling, dither);
  }

  private void setIntegers(int n, Scaling tileScaling, Dither dither) {
    if (dither == null) {
      pixels.setIntegers(integers, n, tileScaling);
    } else {
      pixels.setDithered(integers, n, tileScaling, dither, scaling.keepsZeros());
    }
  }
}
