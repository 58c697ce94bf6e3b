package org.kiramr.sep;

/** What a detection threshold means. The codes are SEP_THRESH_REL and SEP_THRESH_ABS of sep.h. */
public enum ThresholdType {
  /** In standard deviations of the noise; the image must have noise. */
  RELATIVE(0),
  /** In image units. */
  ABSOLUTE(1);

  private final int code;

  ThresholdType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
