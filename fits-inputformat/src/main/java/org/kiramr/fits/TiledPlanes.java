package org.kiramr.fits;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import nom.tam.fits.Header;

/**
 * The planes of a tile-compressed image, FITS Standard 4.0, section 10, read from the table that
 * holds it: first all rows, then the heap, once and forwards, tile by tile in the order of their
 * bytes. In memory are the rows, one tile and one plane.
 *
 * <p>The tiles are decoded one at a time and not by nom-tam-fits's CompressedImageHDU, which reads
 * all of the heap first and believes its pointers. Not thread-safe.
 */
final class TiledPlanes implements PlaneSource {
  /** What a tile's place in the heap and in the order of the heap takes, apart from its row. */
  private static final int ORDER_BYTES = 64;

  private final HduData data;
  private final ImageAxes axes;
  private final int bitpix;
  private final boolean isDouble;
  private final FrameLimit limit;
  private final FrameMemory memory;
  private final TileCompression compression;
  private final TileShape shape;
  private final TileTable table;
  private final TileScaling scaling;
  private final TileDecoder decoder;
  private final TileHeap heap;
  private final DataSum sum;
  private TileRows rows;
  private long plane;

  /**
   * Reads the header.
   *
   * @param data data of the table, from their first byte
   * @param axes of the image, of which one plane has been found to fit into memory
   * @param bitpix ZBITPIX
   * @param header header of the table
   * @param options whether the data are checked, and what memory they may take
   * @param memory for the pixels
   * @throws Rejection if the header is not that of an image that can be decoded
   */
  TiledPlanes(
      HduData data,
      ImageAxes axes,
      int bitpix,
      Header header,
      FrameReaderOptions options,
      FrameMemory memory)
      throws Rejection {
    this.data = data;
    this.axes = axes;
    this.bitpix = bitpix;
    this.memory = memory;
    isDouble = PixelDecoder.isDouble(bitpix, options.exactIntegers());
    limit = FrameLimit.of(options);
    compression = TileCompression.of(header);
    shape = TileShape.of(header, axes);
    table = TileTable.of(header, data.layout(), shape.count() * axes.planes());
    limit.require(axes, bitpix, true, heapBytes());
    scaling = TileScaling.of(header, bitpix, compression, table);
    decoder = new TileDecoder(header, compression, bitpix, isDouble, scaling, shape.tilePixels());
    heap = new TileHeap(data, table.heapStart() - table.bytes());
    sum = options.verifyDatasum() ? DataSum.of(header) : null;
    data.in().sumInto(sum);
  }

  /** Heap that reading takes apart from one tile's data, in bytes. */
  private double heapBytes() {
    return (double) table.bytes()
        + (double) shape.count() * ORDER_BYTES
        + (double) shape.tilePixels() * TileDecoder.heapBytesPerPixel(compression, bitpix);
  }

  @Override
  public Pixels next() throws IOException, Rejection {
    try {
      return read();
    } catch (EOFException e) {
      if (data.in().failure() != null) {
        throw e;
      }
      throw data.truncated();
    } catch (Rejection e) {
      // the next HDU can still be read
      data.finish();
      throw e;
    }
  }

  private Pixels read() throws IOException, Rejection {
    if (rows == null) {
      rows = readRows();
    }
    TileData[] places = locate();
    int longest = Arrays.stream(places).mapToInt(TileData::length).max().orElse(0);
    limit.require(axes, bitpix, true, heapBytes() + longest);
    PixelBuffer pixels = new PixelBuffer(memory, isDouble, true);
    pixels.grow((int) axes.planePixels());
    boolean done = false;
    try {
      for (int index : order(places)) {
        TileShape.Tile tile = shape.tile(index);
        decode(tile, places[index]).putInto(pixels, shape, tile);
      }
      done = true;
      plane++;
      return pixels.build();
    } finally {
      if (!done) {
        pixels.discard();
      }
    }
  }

  private TileRows readRows() throws IOException {
    byte[] bytes = data.in().readNBytes((int) table.bytes());
    if (bytes.length < table.bytes()) {
      throw new EOFException("the table ends early");
    }
    return new TileRows(table, bytes);
  }

  private TileData[] locate() throws Rejection {
    TileData[] places = new TileData[shape.count()];
    for (int i = 0; i < places.length; i++) {
      try {
        places[i] = rows.locate(row(i));
      } catch (Rejection e) {
        throw damaged(shape.tile(i), e.code(), e);
      }
    }
    return places;
  }

  /** The row of a tile of this plane; the planes' tiles follow each other. */
  private int row(int tile) {
    return (int) (plane * shape.count()) + tile;
  }

  private static int[] order(TileData[] places) {
    boolean sorted = true;
    for (int i = 1; i < places.length && sorted; i++) {
      sorted = places[i - 1].start() <= places[i].start();
    }
    IntStream tiles = IntStream.range(0, places.length);
    return sorted
        ? tiles.toArray()
        : tiles
            .boxed()
            .sorted(Comparator.comparingLong(i -> places[i].start()))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  private TilePixels decode(TileShape.Tile tile, TileData place) throws IOException, Rejection {
    byte[] bytes;
    try {
      bytes = heap.read(place);
    } catch (Rejection e) {
      throw damaged(tile, e.code(), e);
    }
    try {
      return decoder.decode(rows, row(tile.index()), tile.pixels(), place, bytes);
    } catch (IOException | RuntimeException e) {
      throw damaged(tile, RejectCode.CORRUPT_COMPRESSION, e);
    }
  }

  private Rejection damaged(TileShape.Tile tile, RejectCode code, Exception e) {
    int row = row(tile.index()) + 1;
    return new Rejection(
        code,
        "tile "
            + row
            + " of "
            + table.rows()
            + " (row "
            + row
            + " of the table, "
            + tile.width()
            + " x "
            + tile.height()
            + " pixels from pixel "
            + (tile.x() + 1)
            + ", "
            + (tile.y() + 1)
            + " on) cannot be decoded with "
            + compression
            + ": "
            + Explanation.words(e),
        e);
  }

  @Override
  public void skip(long planes) {
    // the heap passes over the bytes of their tiles by itself
    plane += planes;
  }

  @Override
  public void finish() throws IOException, Rejection {
    boolean whole = data.finish();
    data.in().sumInto(null);
    if (sum != null && whole) {
      sum.verify();
    }
  }

  @Override
  public boolean passed() {
    return data.passed();
  }
}
