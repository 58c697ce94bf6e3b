package org.kiramr.fits;

/**
 * Memory that one frame may take.
 *
 * @param bytes {@link FrameReaderOptions#imageBytes()}
 * @param exactIntegers {@link FrameReaderOptions#exactIntegers()}
 */
record FrameLimit(long bytes, boolean exactIntegers) {

  static FrameLimit of(FrameReaderOptions options) {
    return new FrameLimit(options.imageBytes(), options.exactIntegers());
  }

  /**
   * Makes sure that a plane of an image can be held.
   *
   * @param allThere as for {@link PixelDecoder#bytesNeeded}
   * @param more bytes that reading it takes apart from pixels and mask
   * @throws Rejection if it cannot, with what it would need
   */
  void require(ImageAxes axes, int bitpix, boolean allThere, double more) throws Rejection {
    boolean isDouble = PixelDecoder.isDouble(bitpix, exactIntegers);
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
    double pixels = PixelDecoder.bytesNeeded(axes.planePixels(), isDouble, allThere);
    if (pixels + more > bytes) {
      throw new Rejection(
          RejectCode.TOO_LARGE,
          "an image of "
              + axes.width()
              + " x "
              + axes.height()
              + " pixels needs "
              + Explanation.mebibytes(pixels + more)
              + " of memory, one frame may take "
              + Explanation.mebibytes((double) bytes)
              + ": "
              + Explanation.MORE_MEMORY);
    }
  }
}
