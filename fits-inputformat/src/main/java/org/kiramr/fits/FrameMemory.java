package org.kiramr.fits;

/**
 * Memory that one frame may take.
 *
 * @param limit in bytes, {@link FrameReaderOptions#maxFrameBytes()}
 */
record FrameMemory(long limit) {

  /** Longest array that every JVM can make. */
  static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

  /**
   * Makes sure that an image can be held.
   *
   * @param more what reading it takes apart from pixels and mask, in bytes
   * @throws Rejection if it cannot, with what it would need
   */
  void require(HduLayout image, double more) throws Rejection {
    long values = image.values();
    double needed = (double) values * PixelDecoder.heapBytesPerPixel(image.bitpix()) + more;
    if (needed > limit || values > MAX_ARRAY) {
      throw new Rejection(
          RejectCode.TOO_LARGE,
          "an image of "
              + image.size()
              + " pixels needs "
              + Explanation.mebibytes(needed)
              + " of memory, one frame may take "
              + Explanation.mebibytes((double) limit)
              + ": "
              + Explanation.MORE_MEMORY);
    }
  }
}
