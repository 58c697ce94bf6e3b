package org.kiramr.fits;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import nom.tam.fits.Header;

/**
 * Reads a tile-compressed image, FITS Standard 4.0, section 10, from the table that holds it: first
 * all rows, then the heap, once and forwards, tile by tile in the order of their bytes. In memory
 * are the rows, one tile and the image.
 *
 * <p>The tiles are decoded one at a time and not by nom-tam-fits's CompressedImageHDU, which reads
 * all of the heap first and believes its pointers. Not thread-safe.
 */
final class TiledImage {
  /** A row's place in the order of the heap, apart from the row itself. */
  private static final int ORDER_BYTES = 64;

  private final HduLayout image;
  private final TileShape shape;
  private final TileTable table;
  private final TileCompression compression;
  private final TileScaling scaling;
  private final Header header;

  private final FrameMemory memory;

  private TiledImage(Header header, HduLayout layout, HduLayout image, FrameMemory memory)
      throws Rejection {
    this.header = header;
    this.image = image;
    this.memory = memory;
    compression = TileCompression.of(header);
    shape = TileShape.of(header, image);
    table = TileTable.of(header, layout, shape.count());
    scaling = TileScaling.of(header, image.bitpix(), compression, table);
  }

  /**
   * Reads the header.
   *
   * @param header header of the table
   * @param layout layout of the table
   * @param image layout of the image, whose pixels are known to fit into an array
   * @param memory what the image, the rows and a tile may take together
   */
  static TiledImage of(Header header, HduLayout layout, HduLayout image, FrameMemory memory)
      throws Rejection {
    TiledImage tiled = new TiledImage(header, layout, image, memory);
    memory.require(image, tiled.heapBytes());
    return tiled;
  }

  /** Heap that reading takes apart from the image and the longest tile's data, in bytes. */
  private double heapBytes() {
    return (double) table.bytes()
        + (double) table.rows() * ORDER_BYTES
        + (double) shape.tilePixels() * TileDecoder.heapBytesPerPixel(compression, image.bitpix());
  }

  /**
   * Reads the image.
   *
   * @param in the data of the table, from the first byte on
   * @return the pixels
   * @throws EOFException if the input ends before the last tile
   * @throws Rejection if a tile cannot be decoded; the input is somewhere in the data then
   */
  Pixels read(InputStream in) throws IOException, Rejection {
    byte[] bytes = in.readNBytes((int) table.bytes());
    if (bytes.length < table.bytes()) {
      throw new EOFException("the table ends early");
    }
    TileRows rows = new TileRows(table, bytes);
    TileData[] data = locate(rows);
    memory.require(
        image, heapBytes() + Arrays.stream(data).mapToInt(TileData::length).max().orElse(0));
    TileHeap heap = new TileHeap(in, table.heapStart() - table.bytes());
    TileDecoder decoder =
        new TileDecoder(header, compression, image.bitpix(), scaling, shape.tilePixels());
    ArrayPixelSink sink = new ArrayPixelSink(image.bitpix(), (int) image.values());
    for (int index : order(data)) {
      TileShape.Tile tile = shape.tile(index);
      decode(decoder, rows, tile, data[index], heap).putInto(sink, shape, tile);
    }
    return sink.build();
  }

  private TileData[] locate(TileRows rows) throws Rejection {
    TileData[] data = new TileData[shape.count()];
    for (int i = 0; i < data.length; i++) {
      try {
        data[i] = rows.locate(i);
      } catch (Rejection e) {
        throw damaged(shape.tile(i), e.code(), e);
      }
    }
    return data;
  }

  private static int[] order(TileData[] data) {
    boolean sorted = true;
    for (int i = 1; i < data.length && sorted; i++) {
      sorted = data[i - 1].start() <= data[i].start();
    }
    IntStream tiles = IntStream.range(0, data.length);
    return sorted
        ? tiles.toArray()
        : tiles
            .boxed()
            .sorted(Comparator.comparingLong(i -> data[i].start()))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  private TilePixels decode(
      TileDecoder decoder, TileRows rows, TileShape.Tile tile, TileData data, TileHeap heap)
      throws IOException, Rejection {
    byte[] bytes;
    try {
      bytes = heap.read(data);
    } catch (Rejection e) {
      throw damaged(tile, e.code(), e);
    }
    try {
      return decoder.decode(rows, tile, data, bytes);
    } catch (IOException | RuntimeException e) {
      throw damaged(tile, RejectCode.CORRUPT_COMPRESSION, e);
    }
  }

  private Rejection damaged(TileShape.Tile tile, RejectCode code, Exception e) {
    return new Rejection(
        code,
        "tile "
            + (tile.index() + 1)
            + " of "
            + shape.count()
            + " (row "
            + (tile.index() + 1)
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
}
