package org.kiramr.sep;

/** Is shown the pixels of each source that an extraction finds. */
@FunctionalInterface
public interface SourcePixels {
  /**
   * The pixels of one source.
   *
   * @param source its index in the {@link Detections}
   * @param pixels indices into the image, row-major
   */
  void source(int source, int[] pixels);
}
