package org.kiramr.fits;

import java.io.EOFException;
import java.io.IOException;
import nom.tam.fits.Header;

/**
 * Goes from HDU to HDU through one file.
 *
 * <p>Headers are cut out of the file here, so that where the data begin is known even if a header
 * cannot be parsed; parsing headers and decoding data are left to nom-tam-fits.
 */
final class HduReader {
  /** More than any real file; a compressed one can hold millions in a few megabytes. */
  static final int MAX_HDUS = 100_000;

  private final RawInput raw;
  private final String image;
  private final long fileLength;
  private final FrameReaderOptions options;
  private Compression compression = Compression.NONE;
  private DecodedInput decoded;
  private HeaderScanner scanner;
  private DataSkipper skipper;
  private Header primary;
  private Header current;
  private long position;
  private int hdu;
  private int ignored;
  private boolean lost;
  private boolean atEnd;

  HduReader(RawInput raw, String image, long fileLength, FrameReaderOptions options) {
    this.raw = raw;
    this.image = image;
    this.fileLength = fileLength;
    this.options = options;
  }

  /**
   * Reads the next HDU.
   *
   * @return what it is; null if it is ignored or there is none any more
   * @throws IOException for {@link #explain}, like any unchecked exception
   */
  FrameItem read() throws IOException {
    if (decoded == null) {
      open();
    }
    if (lost) {
      skipper.drain();
      atEnd = true;
      return null;
    }
    // Lost until the data's end is reached: a rejection before that leaves no way to go on.
    lost = true;
    current = null;
    try {
      FrameItem item = readHdu();
      lost = false;
      return item;
    } catch (Rejection e) {
      return reject(e.code(), e.getMessage());
    } finally {
      hdu++;
    }
  }

  private void open() throws IOException {
    compression = Compression.of(raw);
    decoded = new DecodedInput(compression.open(raw));
    skipper = new DataSkipper(decoded, raw, compression != Compression.NONE);
    scanner = new HeaderScanner(decoded, skipper);
  }

  private FrameItem readHdu() throws IOException, Rejection {
    byte[] blocks = scanner.next(hdu, position);
    if (blocks == null) {
      atEnd = true;
      return null;
    }
    position += blocks.length;
    skipper.count(blocks.length);
    if (hdu == MAX_HDUS) {
      throw new Rejection(
          RejectCode.BAD_HEADER,
          "the file has more than " + MAX_HDUS + " HDUs: the rest is not read");
    }
    HeaderText text = parse(blocks);
    current = text.header();
    if (hdu == 0) {
      primary = current;
    }
    HduLayout layout = HduLayout.of(current);
    requirePresent(layout);
    if (layout.kind() == HduLayout.Kind.FRAME) {
      return readFrame(layout, text);
    }
    skip(layout);
    if (layout.kind() == HduLayout.Kind.IGNORED) {
      ignored++;
      return null;
    }
    return unsupported(layout);
  }

  private static HeaderText parse(byte[] blocks) throws Rejection {
    try {
      return HeaderText.parse(blocks);
    } catch (IllegalArgumentException e) {
      throw new Rejection(RejectCode.BAD_HEADER, e.getMessage(), e);
    }
  }

  private FrameItem readFrame(HduLayout layout, HeaderText text) throws IOException, Rejection {
    Scaling scaling;
    try {
      requireFits(layout);
      scaling = Scaling.of(current, layout.bitpix());
    } catch (Rejection e) {
      skip(layout);
      return reject(e.code(), e.getMessage());
    }
    DataSum sum = options.verifyDatasum() ? DataSum.of(current) : null;
    decoded.sumInto(sum);
    Pixels pixels = readPixels(layout, scaling);
    boolean whole = skipRest(layout, pixels.length());
    try {
      if (sum != null && whole) {
        sum.verify();
      }
      requireUnmasked(pixels);
    } catch (Rejection e) {
      return reject(e.code(), e.getMessage());
    }
    int width = (int) layout.axis(1);
    int height = (int) layout.axis(2);
    return new Frame(identity(), layout.bitpix(), width, height, pixels, text);
  }

  private Pixels readPixels(HduLayout layout, Scaling scaling) throws IOException, Rejection {
    int n = (int) layout.values();
    boolean allThere = compression == Compression.NONE && fileLength >= 0;
    try {
      return PixelDecoder.of(layout.bitpix(), scaling).read(decoded, n, allThere);
    } catch (EOFException e) {
      if (decoded.failure() != null) {
        throw e;
      }
      throw truncated(layout, decoded.bytes() - position);
    }
  }

  /** Passes over what follows the pixels and says whether the last block was whole. */
  private boolean skipRest(HduLayout layout, int pixels) throws IOException, Rejection {
    long pixelBytes = (long) pixels * layout.valueBytes();
    long rest = layout.dataBytes() - pixelBytes;
    long skipped = skipper.skip(rest);
    if (skipped < rest) {
      throw truncated(layout, pixelBytes + skipped);
    }
    // Only the padding of the last HDU may be missing: no pixel is lost with it.
    boolean whole = skipper.skip(layout.padding()) == layout.padding();
    position += layout.dataBytes() + layout.padding();
    return whole;
  }

  private void skip(HduLayout layout) throws IOException, Rejection {
    skipRest(layout, 0);
  }

  private void requirePresent(HduLayout layout) throws Rejection {
    if (compression == Compression.NONE && fileLength >= 0) {
      long left = Math.max(0, fileLength - position);
      if (layout.dataBytes() > left) {
        throw truncated(layout, left);
      }
    }
  }

  private Rejection truncated(HduLayout layout, long have) {
    return new Rejection(
        RejectCode.TRUNCATED,
        "the file ends early: the header of HDU "
            + hdu
            + " promises "
            + layout.dataBytes()
            + " bytes of data ("
            + layout.size()
            + ", BITPIX "
            + layout.bitpix()
            + "), the file has "
            + have);
  }

  private void requireFits(HduLayout layout) throws Rejection {
    long values = layout.values();
    long limit = options.maxFrameBytes();
    int perPixel = PixelDecoder.heapBytesPerPixel(layout.bitpix());
    if (values > limit / perPixel || values > Integer.MAX_VALUE - 8) {
      throw new Rejection(
          RejectCode.TOO_LARGE,
          "an image of "
              + layout.size()
              + " pixels needs "
              + Explanation.mebibytes((double) values * perPixel)
              + " of memory, one frame may take "
              + Explanation.mebibytes((double) limit)
              + ": "
              + Explanation.MORE_MEMORY);
    }
  }

  private static void requireUnmasked(Pixels pixels) throws Rejection {
    if (pixels.maskedCount() == pixels.length()) {
      throw new Rejection(
          RejectCode.ALL_MASKED,
          "all " + pixels.length() + " pixels are undefined (BLANK, NaN or infinite)");
    }
  }

  private Reject unsupported(HduLayout layout) {
    return switch (layout.kind()) {
      case TILE_COMPRESSED ->
          reject(
              RejectCode.UNSUPPORTED_COMPRESSION,
              "tile-compressed images (ZCMPTYPE "
                  + Cards.text(current, "ZCMPTYPE")
                  + ") are not supported yet: unpack the file first, for instance with funpack");
      case ZERO_SIZE ->
          reject(
              RejectCode.ZERO_SIZE,
              "an axis has length zero (" + layout.size() + "): the image has no pixels");
      default ->
          reject(
              RejectCode.UNSUPPORTED_DIMENSIONS,
              "an image with "
                  + layout.axes()
                  + " axes ("
                  + layout.size()
                  + ") is not supported yet: cut it into two-dimensional images first");
    };
  }

  /** The reject for an exception that {@link #read} let through. */
  Reject explain(Throwable failure) {
    // The HDU was counted up when it was left; damage found at the very end is the whole file's.
    int where = current != null && !atEnd ? hdu - 1 : Reject.WHOLE_FILE;
    Explanation why = Explanation.of(failure, raw, decoded, compression);
    return new Reject(image, where, field(), why.code(), why.reason());
  }

  private Reject reject(RejectCode code, String reason) {
    boolean file = code == RejectCode.EMPTY_FILE || code == RejectCode.NOT_FITS;
    return new Reject(image, file ? Reject.WHOLE_FILE : hdu, field(), code, reason);
  }

  private String field() {
    return primary == null ? FieldPattern.fieldOfName(image) : identity().field();
  }

  private FrameId identity() {
    Header header = current == null ? primary : current;
    return options.fieldPattern().identify(header, primary, image, hdu);
  }

  /** Whether the last HDU has been read. */
  boolean atEnd() {
    return atEnd;
  }

  /** Whether the file is not compressed as a whole. */
  boolean isPlain() {
    return compression == Compression.NONE;
  }

  int ignored() {
    return ignored;
  }
}
