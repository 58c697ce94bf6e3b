package org.kiramr.fits;

import static org.kiramr.fits.FitsBytes.card;

import java.io.ByteArrayOutputStream;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nom.tam.fits.compression.algorithm.api.ICompressor;

/** Writes the HDU of a tile-compressed image, tile by tile, right or wrong as told. */
final class TiledBytes {
  private final List<String> cards = new ArrayList<>();
  private final List<String> columns = new ArrayList<>(List.of("COMPRESSED_DATA"));
  private final List<String> forms = new ArrayList<>();
  private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
  private final ByteArrayOutputStream heap = new ByteArrayOutputStream();
  private final boolean wide;
  private int tiles;

  /** An image of this ZBITPIX and size, with descriptors of type Q (wide) or P. */
  TiledBytes(String compression, int bitpix, int width, int height, boolean wide) {
    this.wide = wide;
    forms.add(wide ? "1QB" : "1PB");
    cards.addAll(
        List.of(
            card("ZIMAGE", "T"),
            card("ZTENSION", "'IMAGE   '"),
            card("ZCMPTYPE", "'" + compression + "'"),
            card("ZBITPIX", bitpix),
            card("ZNAXIS", 2),
            card("ZNAXIS1", width),
            card("ZNAXIS2", height)));
  }

  TiledBytes cards(String... more) {
    cards.addAll(Arrays.asList(more));
    return this;
  }

  /** Changes ZNAXIS. */
  TiledBytes axes(int axes) {
    cards.replaceAll(c -> c.startsWith("ZNAXIS  ") ? card("ZNAXIS", axes) : c);
    return this;
  }

  TiledBytes column(String name, String form) {
    columns.add(name);
    forms.add(form);
    return this;
  }

  /** Adds a tile to the heap, and its row with what the other columns hold. */
  TiledBytes tile(byte[] data, byte[]... others) {
    row(data.length, heap.size(), others);
    heap.writeBytes(data);
    return this;
  }

  /** Adds a row that points somewhere. */
  TiledBytes row(long count, long start, byte[]... others) {
    tiles++;
    rows.writeBytes(pointer(count, start));
    for (byte[] other : others) {
      rows.writeBytes(other);
    }
    return this;
  }

  /** A descriptor. */
  byte[] pointer(long count, long start) {
    return wide
        ? ByteBuffer.allocate(16).putLong(count).putLong(start).array()
        : ByteBuffer.allocate(8).putInt((int) count).putInt((int) start).array();
  }

  /** Adds data to the heap and gives their descriptor. */
  byte[] inHeap(byte[] data, int elementBytes) {
    byte[] pointer = pointer(data.length / elementBytes, heap.size());
    heap.writeBytes(data);
    return pointer;
  }

  /** The HDU alone. */
  FitsBytes extension(FitsBytes file) {
    List<String> all =
        new ArrayList<>(
            List.of(
                card("XTENSION", "'BINTABLE'"),
                card("BITPIX", 8),
                card("NAXIS", 2),
                card("NAXIS1", rows.size() / Math.max(1, tiles)),
                card("NAXIS2", tiles),
                card("PCOUNT", heap.size()),
                card("GCOUNT", 1),
                card("TFIELDS", columns.size())));
    for (int i = 0; i < columns.size(); i++) {
      all.add(card("TTYPE" + (i + 1), "'" + columns.get(i) + "'"));
      all.add(card("TFORM" + (i + 1), "'" + forms.get(i) + "'"));
    }
    all.addAll(cards);
    return file.header(all.toArray(String[]::new))
        .data(FitsBytes.join(rows.toByteArray(), heap.toByteArray()));
  }

  /** A file with an empty primary HDU, this one, and a plain image of two pixels. */
  byte[] bytes() {
    FitsBytes file =
        new FitsBytes().header(card("SIMPLE", "T"), card("BITPIX", 8), card("NAXIS", 0));
    return extension(file).imageExtension(8, 2, 1).data(new byte[] {7, 8}).bytes();
  }

  /** Compresses with a class of nom-tam-fits. */
  static <T extends Buffer> byte[] compress(ICompressor<T> compressor, T values, int n) {
    ByteBuffer out = ByteBuffer.allocate(n * 16 + 1000);
    compressor.compress(values, out);
    return Arrays.copyOf(out.array(), out.position());
  }

  /** Integers as big-endian values of this many bytes. */
  static byte[] bigEndian(int[] values, int valueBytes) {
    ByteBuffer out = ByteBuffer.allocate(values.length * valueBytes);
    for (int value : values) {
      ByteBuffer wide = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.BIG_ENDIAN);
      wide.putLong(value);
      out.put(wide.array(), Long.BYTES - valueBytes, valueBytes);
    }
    return out.array();
  }

  /** Sorts bytes by their weight, as GZIP_2 does. */
  static byte[] shuffle(byte[] values, int valueBytes) {
    int n = values.length / valueBytes;
    byte[] out = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      out[i % valueBytes * n + i / valueBytes] = values[i];
    }
    return out;
  }
}
