package org.kiramr.sep;

/**
 * How the kernel is applied before detection. The codes are SEP_FILTER_CONV and SEP_FILTER_MATCHED
 * of sep.h.
 */
public enum FilterType {
  /** Convolution of the pixels, as SExtractor does. */
  CONVOLUTION(0),
  /**
   * Matched filter, which weighs each pixel by its noise. Needs noise by pixel; without, SEP takes
   * {@link #CONVOLUTION}.
   */
  MATCHED(1);

  private final int code;

  FilterType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
