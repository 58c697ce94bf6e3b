package org.kiramr.fits;

/** Why an input, HDU or frame was rejected, for programs; the reason beside it is for people. */
public enum RejectCode {
  /** The file has no bytes, or decompresses to none. Fetch or copy the file again. */
  EMPTY_FILE(RejectStage.READ),
  /** The file does not begin with SIMPLE. Take it out of the input, or fetch it again. */
  NOT_FITS(RejectStage.READ),
  /** None of the chosen HDUs is in the file. See the reason for those it has; choose others. */
  NO_SUCH_HDU(RejectStage.READ),
  /** The file system failed. Look after it, then run again with this file. */
  READ_ERROR(RejectStage.READ),
  /** Bytes that are no HDU follow the last HDU. The frames before are good; copy the file anew. */
  TRAILING_DATA(RejectStage.READ),
  /** A header lacks END or a structural card, or one has an illegal value. Mend the header. */
  BAD_HEADER(RejectStage.DECODE),
  /** The file ends before its header or its data do. Fetch or copy the file again. */
  TRUNCATED(RejectStage.DECODE),
  /**
   * A compressed stream or tile is damaged or fails its own checksum. Fetch or copy the file again.
   */
  CORRUPT_COMPRESSION(RejectStage.DECODE),
  /** Tiles compressed or quantised in an unknown way. Unpack the file with what made it. */
  UNSUPPORTED_COMPRESSION(RejectStage.DECODE),
  /** A cube: several planes of an image. Choose planes of it, see {@link PlaneSelection}. */
  UNSUPPORTED_DIMENSIONS(RejectStage.DECODE),
  /** A cube has fewer planes than were chosen. The planes it has are frames; choose others. */
  NO_SUCH_PLANE(RejectStage.DECODE),
  /** A chosen HDU holds a table or no data, not an image. Choose others. */
  NOT_AN_IMAGE(RejectStage.DECODE),
  /** An image with an axis of length zero: there is nothing to extract. */
  ZERO_SIZE(RejectStage.DECODE),
  /** Every pixel is BLANK, NaN, infinite or masked: there is nothing to extract. */
  ALL_MASKED(RejectStage.DECODE),
  /** The frame does not fit into the memory of the task. Give the task more memory. */
  TOO_LARGE(RejectStage.DECODE),
  /** The frame's mask or map of noise is not there. See the options --mask and --noise. */
  NO_COMPANION(RejectStage.DECODE),
  /** The frame's mask or map of noise cannot be used. Mend it, or go without. */
  BAD_COMPANION(RejectStage.DECODE),
  /** The data are not those of the DATASUM card. Fetch the file again, or switch the check off. */
  DATASUM_MISMATCH(RejectStage.DECODE),
  /** SEP could not estimate the background. See the reason; try other box sizes. */
  BACKGROUND_FAILED(RejectStage.BACKGROUND),
  /** SEP's pixel buffer stayed full after retries. Raise the detection threshold. */
  PIXEL_STACK_FULL(RejectStage.EXTRACT),
  /** A blend has more parts than SEP's limit after retries. Raise threshold or contrast. */
  DEBLEND_OVERFLOW(RejectStage.EXTRACT),
  /** SEP's extraction failed in another way. See the reason. */
  EXTRACTION_FAILED(RejectStage.EXTRACT),
  /** SEP's photometry failed. See the reason. */
  PHOTOMETRY_FAILED(RejectStage.PHOTOMETRY);

  private final RejectStage stage;

  RejectCode(RejectStage stage) {
    this.stage = stage;
  }

  /** The stage at which this happens. */
  public RejectStage stage() {
    return stage;
  }
}
