package org.kiramr.fits;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Writes FITS files byte by byte, right or wrong as told, without any FITS library. */
public final class FitsBytes {
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  /** Adds a header of these cards and END, padded to whole blocks. */
  public FitsBytes header(String... cards) {
    StringBuilder text = new StringBuilder();
    for (String card : cards) {
      text.append(pad(card));
    }
    text.append(pad("END"));
    file.writeBytes(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    return fill(' ');
  }

  /** Adds the header of a primary image of two axes. */
  public FitsBytes image(int bitpix, int width, int height, String... more) {
    List<String> cards = new ArrayList<>(List.of(card("SIMPLE", "T")));
    return imageCards(cards, bitpix, width, height, more);
  }

  /** Adds the header of an image extension of two axes. */
  public FitsBytes imageExtension(int bitpix, int width, int height, String... more) {
    List<String> cards = new ArrayList<>(List.of(card("XTENSION", "'IMAGE   '")));
    return imageCards(cards, bitpix, width, height, more);
  }

  private FitsBytes imageCards(
      List<String> cards, int bitpix, int width, int height, String... more) {
    cards.addAll(
        List.of(
            card("BITPIX", bitpix),
            card("NAXIS", 2),
            card("NAXIS1", width),
            card("NAXIS2", height)));
    if (cards.get(0).startsWith("XTENSION")) {
      cards.addAll(List.of(card("PCOUNT", 0), card("GCOUNT", 1)));
    }
    cards.addAll(List.of(more));
    return header(cards.toArray(String[]::new));
  }

  /** Adds data, padded to whole blocks. */
  public FitsBytes data(byte[] data) {
    file.writeBytes(data);
    return fill('\0');
  }

  /** Adds bytes as they are. */
  public FitsBytes raw(byte[] bytes) {
    file.writeBytes(bytes);
    return this;
  }

  private FitsBytes fill(char with) {
    while (file.size() % 2880 != 0) {
      file.write(with);
    }
    return this;
  }

  /** The file. */
  public byte[] bytes() {
    return file.toByteArray();
  }

  /** A card of fixed format. */
  public static String card(String keyword, Object value) {
    return String.format(Locale.ROOT, "%-8s= %20s", keyword, value);
  }

  private static String pad(String card) {
    if (card.length() > 80) {
      throw new IllegalArgumentException("longer than a card: " + card);
    }
    return card + " ".repeat(80 - card.length());
  }

  /** An image of 16-bit values 0, 1, 2, ... */
  public static byte[] ramp16(int width, int height) {
    return new FitsBytes().image(16, width, height).data(shorts(width * height)).bytes();
  }

  /** 16-bit values 0, 1, 2, ... */
  public static byte[] shorts(int n) {
    ByteBuffer data = ByteBuffer.allocate(2 * n);
    for (int i = 0; i < n; i++) {
      data.putShort((short) i);
    }
    return data.array();
  }

  /** Bytes compressed with gzip. */
  public static byte[] gzip(byte[] bytes) {
    return compress(bytes, GZIPOutputStream::new);
  }

  /** Bytes compressed with bzip2. */
  public static byte[] bzip2(byte[] bytes) {
    return compress(bytes, BZip2CompressorOutputStream::new);
  }

  private interface Compressor {
    OutputStream open(OutputStream out) throws IOException;
  }

  private static byte[] compress(byte[] bytes, Compressor compressor) {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (OutputStream out = compressor.open(target)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target.toByteArray();
  }

  /** All bytes one after the other. */
  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Reads a file with the default options and its length known. */
  static Read read(byte[] bytes) {
    return read(bytes, bytes.length, FrameReaderOptions.defaults());
  }

  static Read read(byte[] bytes, long length, FrameReaderOptions options) {
    List<FrameItem> items = new ArrayList<>();
    try (FrameReader reader =
        new FrameReader(new ByteArrayInputStream(bytes), "dir/file.fits", length, options)) {
      for (FrameItem item = reader.next(); item != null; item = reader.next()) {
        items.add(item);
      }
      return new Read(items, reader.summary("mem:/dir/file.fits"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a file gave. */
  record Read(List<FrameItem> items, FileSummary summary) {
    List<Frame> frames() {
      return items.stream().filter(Frame.class::isInstance).map(Frame.class::cast).toList();
    }

    List<Reject> rejects() {
      return items.stream().filter(Reject.class::isInstance).map(Reject.class::cast).toList();
    }

    List<RejectCode> codes() {
      return rejects().stream().map(Reject::code).toList();
    }

    Frame frame() {
      if (items.size() != 1 || frames().size() != 1) {
        throw new AssertionError("not one frame alone: " + items);
      }
      return frames().get(0);
    }

    Reject reject() {
      if (items.size() != 1 || rejects().size() != 1) {
        throw new AssertionError("not one reject alone: " + items);
      }
      return rejects().get(0);
    }
  }
}
