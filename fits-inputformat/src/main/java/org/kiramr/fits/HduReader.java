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
  private double bytesAhead;
  private int hdu = -1;
  private int ignored;
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
   * Reads on: the header of the next HDU, with the data unless it is an image; or the image whose
   * header was read before, or the next plane of the cube.
   *
   * @return what it is; null if it is ignored, if the next call gives it, or at the end
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
    scanner = new HeaderScanner(decoded);
    skipper = new DataSkipper(decoded, compression != Compression.NONE);
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
    HeaderText text = parse(blocks);
    current = text.header();
    if (hdu == 0) {
      primary = current;
    }
    boolean chosen =
        choice.contains(hdu, current)
            && !options.companions().isCompanionHdu(HduName.of(current).name());
    HduLayout layout = HduLayout.of(current);
    HduData data = new HduData(layout, hdu, decoded, skipper);
    if (isAllThere()) {
      data.requirePresent(Math.max(0, fileLength - decoded.bytes()));
    }
    if (!chosen) {
      data.finish();
      ignored++;
      return null;
    }
    return layout.kind() == HduLayout.Kind.IMAGE ? readImage(data, text) : readOther(data);
  }

  private static HeaderText parse(byte[] blocks) throws Rejection {
    try {
      return HeaderText.parse(blocks);
    } catch (IllegalArgumentException e) {
      throw new Rejection(RejectCode.BAD_HEADER, e.getMessage(), e);
    }
  }

  private FrameItem readImage(HduData data, HeaderText text) throws IOException, Rejection {
    ImageAxes axes = data.layout().imageAxes();
    int bitpix = data.layout().bitpix();
    PlaneSource source;
    try {
      requireWanted(axes);
      requireFits(axes, bitpix);
      source = new StoredPlanes(data, axes, current, isAllThere(), options, memory);
    } catch (Rejection e) {
      data.finish();
      return reject(e.code(), e.getMessage());
    }
    frames = new ImageReader(axes, bitpix, source, text, identity(), options.planes());
    return null;
  }

  /** Memory that the next {@link #read} takes at most, with the frame's companions; bytes. */
  double bytesAhead() {
    return frames == null ? 0 : bytesAhead;
  }

  private FrameItem readFrame() throws IOException, Rejection {
    FrameItem item = frames.next();
    if (frames.finished()) {
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

  private void requireFits(ImageAxes axes, int bitpix) throws Rejection {
    boolean isDouble = PixelDecoder.isDouble(bitpix, options.exactIntegers());
    if (axes.planePixels() > PixelDecoder.mostPixels(isDouble)) {
      throw new Rejection(
          RejectCode.TOO_LARGE,
          "an image of "
              + axes.width()
              + " x "
              + axes.height()
              + " pixels: one of this type can have "
              + PixelDecoder.mostPixels(isDouble)
              + ", whatever the memory");
    }
    double needed = PixelDecoder.bytesNeeded(axes.planePixels(), isDouble, isAllThere());
    bytesAhead = needed * options.companions().memoryFactor();
    double limit = options.imageBytes();
    if (needed > limit) {
      throw new Rejection(
          RejectCode.TOO_LARGE,
          "an image of "
              + axes.width()
              + " x "
              + axes.height()
              + " pixels needs "
              + Explanation.mebibytes(needed)
              + " of memory, one frame may take "
              + Explanation.mebibytes(limit)
              + ": "
              + Explanation.MORE_MEMORY);
    }
  }

  /** An HDU that is not an image as it lies there. */
  private FrameItem readOther(HduData data) throws IOException, Rejection {
    data.finish();
    HduLayout layout = data.layout();
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
      default -> ignore(layout);
    };
  }

  private Reject ignore(HduLayout layout) {
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
    ignored++;
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
