package org.kiramr.fits;

/**
 * Memory that one frame may take.
 *
 * @param bytes {@link FrameReaderOptions#imageBytes()}
 * @param heapBytes Java heap that reading it may take: pixels lie outside of it, tiles do not
 * @param exactIntegers {@link FrameReaderOptions#exactIntegers()}
 */
record FrameLimit(long bytes, long heapBytes, boolean exactIntegers) {
  /** Part of the heap for the one who reads, if he has all of the memory for frames. */
  private static final double HEAP_FRACTION = 0.5;

  static FrameLimit of(FrameReaderOptions options) {
    double all = FrameReaderOptions.memoryBytes(FrameReaderOptions.DEFAULT_MEMORY_FRACTION);
    double share = Math.min(1, options.maxFrameBytes() / all);
    long heap = (long) (HEAP_FRACTION * share * Runtime.getRuntime().maxMemory());
    return new FrameLimit(options.imageBytes(), heap, options.exactIntegers());
  }

  /**
   * Makes sure that a plane of an image can be held.
   *
   * @param allThere as for {@link PixelDecoder#bytesNeeded}
   * @param more bytes of heap that reading it takes apart from pixels and mask
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
    if (more > heapBytes) {
      throw new Rejection(
          RejectCode.TOO_LARGE,
          "to decompress its tiles takes "
              + Explanation.mebibytes(more)
              + " of the Java heap, one frame may take "
              + Explanation.mebibytes((double) heapBytes)
              + ": give the task a larger heap (-Xmx), or unpack the file first");
    }
  }
}
