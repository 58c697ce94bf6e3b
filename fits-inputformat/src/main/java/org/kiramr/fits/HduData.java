package org.kiramr.fits;

import java.io.IOException;

/** The data of one HDU in the file's stream: how far they have been read, and their end. */
final class HduData {
  private final HduLayout layout;
  private final int hdu;
  private final DecodedInput in;
  private final DataSkipper skipper;
  private final long start;
  private boolean passed;

  /**
   * @param in stands at the first byte of the data
   * @param skipper over the same input
   */
  HduData(HduLayout layout, int hdu, DecodedInput in, DataSkipper skipper) {
    this.layout = layout;
    this.hdu = hdu;
    this.in = in;
    this.skipper = skipper;
    this.start = in.bytes();
  }

  HduLayout layout() {
    return layout;
  }

  DecodedInput in() {
    return in;
  }

  /**
   * Passes over bytes of the data.
   *
   * @throws Rejection if the file ends before
   */
  void skip(long bytes) throws IOException, Rejection {
    if (skipper.skip(bytes) < bytes) {
      throw truncated();
    }
  }

  /**
   * Passes over what is left, padding included.
   *
   * @return whether the last block was whole: only the padding of a file's last HDU may be missing,
   *     no pixel is lost with it
   * @throws Rejection if the file ends before the data do
   */
  boolean finish() throws IOException, Rejection {
    skip(layout.dataBytes() - (in.bytes() - start));
    boolean whole = skipper.skip(layout.padding()) == layout.padding();
    passed = true;
    return whole;
  }

  /** Whether {@link #finish()} has come to the end. */
  boolean passed() {
    return passed;
  }

  /** The rejection for a file that ends here. */
  Rejection truncated() {
    return truncated(in.bytes() - start);
  }

  /**
   * Looks ahead.
   *
   * @param have bytes left in the file
   * @throws Rejection if that is less than the data need
   */
  void requirePresent(long have) throws Rejection {
    if (layout.dataBytes() > have) {
      throw truncated(have);
    }
  }

  private Rejection truncated(long have) {
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
}
