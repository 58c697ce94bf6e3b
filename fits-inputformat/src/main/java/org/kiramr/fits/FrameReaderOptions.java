package org.kiramr.fits;

import java.util.Objects;

/**
 * How a {@link FrameReader} reads.
 *
 * @param fieldPattern how a frame's field is named
 * @param maxFrameBytes memory that one frame's pixels and mask may take, in bytes (5 a pixel, 9 for
 *     BITPIX 64 and -64; with a mask or a map of noise three times, with both five times as much);
 *     a larger frame is rejected as {@link RejectCode#TOO_LARGE}
 * @param verifyDatasum whether the pixels of an image with a DATASUM card are checked against it
 * @param hdus the HDUs that are read; the others are ignored
 * @param planes the planes of cubes that are frames; where there are none, cubes are rejected
 * @param companions the masks and maps of noise that frames get
 * @param exactIntegers whether pixels of BITPIX 32 are double, which holds all of their bits
 */
public record FrameReaderOptions(
    FieldPattern fieldPattern,
    long maxFrameBytes,
    boolean verifyDatasum,
    HduSelection hdus,
    PlaneSelection planes,
    Companions companions,
    boolean exactIntegers) {

  /**
   * Part of the memory for frames that one frame may take unless told otherwise. While a frame of a
   * quarter of this is worked on, the next one is read.
   */
  public static final double DEFAULT_MEMORY_FRACTION = 0.8;

  public FrameReaderOptions {
    Objects.requireNonNull(fieldPattern, "fieldPattern");
    Objects.requireNonNull(hdus, "hdus");
    Objects.requireNonNull(planes, "planes");
    Objects.requireNonNull(companions, "companions");
    if (maxFrameBytes < 1) {
      throw new IllegalArgumentException("maxFrameBytes is below 1: " + maxFrameBytes);
    }
  }

  /** Options for all HDUs and no cubes. */
  public FrameReaderOptions(FieldPattern fieldPattern, long maxFrameBytes, boolean verifyDatasum) {
    this(
        fieldPattern,
        maxFrameBytes,
        verifyDatasum,
        HduSelection.all(),
        PlaneSelection.none(),
        Companions.none(),
        false);
  }

  /** The same for these HDUs. */
  public FrameReaderOptions withHdus(HduSelection selection) {
    return new FrameReaderOptions(
        fieldPattern, maxFrameBytes, verifyDatasum, selection, planes, companions, exactIntegers);
  }

  /** The same for these planes. */
  public FrameReaderOptions withPlanes(PlaneSelection selection) {
    return new FrameReaderOptions(
        fieldPattern, maxFrameBytes, verifyDatasum, hdus, selection, companions, exactIntegers);
  }

  /** The same with these companions. */
  public FrameReaderOptions withCompanions(Companions maps) {
    return new FrameReaderOptions(
        fieldPattern, maxFrameBytes, verifyDatasum, hdus, planes, maps, exactIntegers);
  }

  /** How the companions of frames that are read like this are read. */
  FrameReaderOptions forCompanion(CompanionSource source, boolean exact) {
    return new FrameReaderOptions(
        FieldPattern.defaults(),
        2 * imageBytes(),
        verifyDatasum,
        source.isSameFile() ? HduSelection.ofName(source.extname()) : HduSelection.all(),
        planes,
        Companions.none(),
        exact);
  }

  /** Memory that the pixels and mask of a frame alone may take, in bytes. */
  long imageBytes() {
    return companions.imageBytes(maxFrameBytes);
  }

  /**
   * All HDUs, no planes of cubes, SDSS identities, {@link #DEFAULT_MEMORY_FRACTION}, DATASUM
   * verified.
   */
  public static FrameReaderOptions defaults() {
    return new FrameReaderOptions(
        FieldPattern.defaults(), memoryBytes(DEFAULT_MEMORY_FRACTION), true);
  }

  /** A fraction of {@link FrameMemory#limit()}, in bytes. */
  public static long memoryBytes(double fraction) {
    return Math.max(1, (long) (fraction * FrameMemory.limit()));
  }
}
