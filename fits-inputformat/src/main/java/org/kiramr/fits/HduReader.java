package org.kiramr.fits;

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
  private final FrameMemory memory;
  private final HduChoice choice;
  private Compression compression = Compression.NONE;
  private DecodedInput decoded;
  private HeaderScanner scanner;
  private DataSkipper skipper;
  private Header primary;
  private Header current;
  private ImageReader frames;
  private long frameBytes;
  private int hdu = -1;
  private int ignored;
  private HduListener listener;
  private boolean lost;
  private boolean atEnd;

  HduReader(
      RawInput raw, String image, long fileLength, FrameReaderOptions options, FrameMemory memory) {
    this.raw = raw;
    this.image = image;
    this.fileLength = fileLength;
    this.options = options;
    this.memory = memory;
    this.choice = new HduChoice(options.hdus());
  }

  /**
   * Reads on: the next header, or the next frame of the image begun before.
   *
   * @return what it is; null if it is ignored, an image that begins, or there is none any more
   * @throws IOException for {@link #explain}, like any unchecked exception
   */
  FrameItem read() throws IOException {
    if (decoded == null) {
      open();
    }
    if (lost && !atEnd) {
      skipper.drain();
      atEnd = true;
    }
    if (atEnd) {
      return null;
    }
    // Lost until the data's end is reached: a rejection before that leaves no way to go on.
    lost = true;
    try {
      FrameItem item = frames == null ? readHdu() : readFrame();
      lost = false;
      return item;
    } catch (Rejection e) {
      lost = frames == null || !frames.passed();
      frames = null;
      return reject(e.code(), e.getMessage());
    }
  }

  private void open() throws IOException {
    compression = Compression.of(raw);
    decoded = new DecodedInput(compression.open(raw));
    skipper = new DataSkipper(decoded, raw, compression != Compression.NONE);
    scanner = new HeaderScanner(decoded, skipper);
  }

  private FrameItem readHdu() throws IOException, Rejection {
    current = null;
    hdu++;
    byte[] blocks = scanner.next(hdu, decoded.bytes());
    if (blocks == null) {
      atEnd = true;
      choice.requireAny();
      return null;
    }
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
    boolean chosen = choice.contains(hdu, current);
    boolean companion = options.companions().isCompanionHdu(HduName.of(current).name());
    HduLayout layout = HduLayout.of(current);
    if (listener != null) {
      listener.found(HduSummary.of(identity(), layout, current), blocks);
    }
    HduData data = new HduData(layout, hdu, decoded, skipper);
    if (isAllThere()) {
      data.requirePresent(Math.max(0, fileLength - decoded.bytes()));
    }
    if (!chosen || companion) {
      data.finish();
      return ignore(chosen ? "it is the mask or map of noise of other HDUs" : "it is not chosen");
    }
    return switch (layout.kind()) {
      case IMAGE -> readImage(data, layout, text, current);
      case TILE_COMPRESSED -> readTiled(data, text);
      default -> readOther(data, layout);
    };
  }

  private static HeaderText parse(byte[] blocks) throws Rejection {
    try {
      return HeaderText.parse(blocks);
    } catch (IllegalArgumentException e) {
      throw new Rejection(RejectCode.BAD_HEADER, e.getMessage(), e);
    }
  }

  /** Reads an image from the table that holds it compressed. */
  private FrameItem readTiled(HduData data, HeaderText table) throws IOException, Rejection {
    HeaderText text;
    HduLayout image;
    try {
      text = RestoredHeader.of(table);
      image = HduLayout.of(text.header());
    } catch (Rejection e) {
      data.finish();
      return reject(e.code(), e.getMessage());
    }
    current = text.header();
    return image.kind() == HduLayout.Kind.IMAGE
        ? readImage(data, image, text, table.header())
        : readOther(data, image);
  }

  /**
   * Begins an image, without reading any of its pixels yet.
   *
   * @param image layout of the image; not that of the data if it is tile-compressed
   * @param text header of the image
   * @param stored header of the data
   */
  private FrameItem readImage(HduData data, HduLayout image, HeaderText text, Header stored)
      throws IOException, Rejection {
    ImageAxes axes = image.imageAxes();
    boolean plain = image == data.layout();
    boolean allThere = !plain || isAllThere();
    PlaneSource source;
    try {
      requireWanted(axes);
      FrameLimit.of(options).require(axes, image.bitpix(), allThere, 0);
      source =
          plain
              ? new StoredPlanes(data, axes, stored, isAllThere(), options, memory)
              : new TiledPlanes(data, axes, image.bitpix(), stored, options, memory);
    } catch (Rejection e) {
      data.finish();
      return reject(e.code(), e.getMessage());
    }
    frames = new ImageReader(axes, image.bitpix(), source, text, identity(), options.planes());
    boolean isDouble = PixelDecoder.isDouble(image.bitpix(), options.exactIntegers());
    frameBytes = (long) PixelDecoder.bytesNeeded(axes.planePixels(), isDouble, allThere);
    return null;
  }

  private FrameItem readFrame() throws IOException, Rejection {
    FrameItem item = frames.next();
    if (frames.isFinished()) {
      frames = null;
    }
    return item;
  }

  /** Whether the file's length says that the data are there, before they are read. */
  private boolean isAllThere() {
    return compression == Compression.NONE && fileLength >= 0;
  }

  private void requireWanted(ImageAxes axes) throws Rejection {
    if (axes.isCube() && options.planes().isNone()) {
      throw new Rejection(
          RejectCode.UNSUPPORTED_DIMENSIONS,
          "a cube ("
              + axes
              + "): its "
              + axes.planes()
              + " planes are frames if you ask for them, with --planes all or, for some of them,"
              + " --planes 1,3-5 (kira.fits.planes)");
    }
  }

  /** An HDU that is not an image, or an empty one. */
  private FrameItem readOther(HduData data, HduLayout layout) throws IOException, Rejection {
    data.finish();
    return switch (layout.kind()) {
      case ZERO_SIZE ->
          reject(
              RejectCode.ZERO_SIZE,
              "an axis has length zero (" + layout.size() + "): the image has no pixels");
      default -> passOver(layout);
    };
  }

  private Reject passOver(HduLayout layout) {
    if (choice.isExplicit()) {
      return reject(
          RejectCode.NOT_AN_IMAGE,
          "HDU "
              + hdu
              + " was chosen (--hdu "
              + options.hdus()
              + ") but is no image: "
              + layout.nonImage());
    }
    return ignore(layout.nonImage());
  }

  private Reject ignore(String why) {
    ignored++;
    if (listener != null) {
      listener.ignored(hdu, why);
    }
    return null;
  }

  /** The reject for an exception that {@link #read} let through. */
  Reject explain(Throwable failure) {
    // Damage found at the very end is the whole file's.
    int where = current != null && !atEnd ? hdu : Reject.WHOLE_FILE;
    Explanation why = Explanation.of(failure, raw, decoded, compression);
    return new Reject(image, where, field(), why.code(), why.reason());
  }

  private Reject reject(RejectCode code, String reason) {
    boolean file = code.stage() == RejectStage.READ && code != RejectCode.TRAILING_DATA;
    return new Reject(image, file ? Reject.WHOLE_FILE : hdu, field(), code, reason);
  }

  private String field() {
    return primary == null ? FieldPattern.fieldOfName(image) : identity().field();
  }

  private FrameId identity() {
    Header header = current == null ? primary : current;
    return options.fieldPattern().identify(header, primary, image, hdu);
  }

  /** Memory that the next {@link #read()} takes for pixels and what comes with them, in bytes. */
  long pendingBytes() {
    return frames == null || frames.isFinished()
        ? 0
        : frameBytes * options.companions().memoryFactor();
  }

  /** Whether the last HDU has been read. */
  boolean atEnd() {
    return atEnd;
  }

  /** Whether the file is not compressed as a whole. */
  boolean isPlain() {
    return compression == Compression.NONE;
  }

  Compression compression() {
    return compression;
  }

  void setListener(HduListener hduListener) {
    listener = hduListener;
  }

  int ignored() {
    return ignored;
  }
}
