package org.kiramr.extract;

/**
 * Where the time of an extractor went, summed over its frames, nanoseconds of wall time; and how
 * often SEP ran again.
 */
public final class StageTimes {
  private long backgroundNanos;
  private long extractNanos;
  private long photometryNanos;
  private long skyNanos;
  private long retries;

  StageTimes() {}

  void addBackground(long nanos) {
    backgroundNanos += nanos;
  }

  void addExtract(long nanos) {
    extractNanos += nanos;
  }

  void addPhotometry(long nanos) {
    photometryNanos += nanos;
  }

  void addSky(long nanos) {
    skyNanos += nanos;
  }

  void addRetry() {
    retries++;
  }

  /** Copying pixels to native memory, estimating the background and subtracting it. */
  public long backgroundNanos() {
    return backgroundNanos;
  }

  /** Finding and deblending detections, retries included. */
  public long extractNanos() {
    return extractNanos;
  }

  /** Apertures, Kron radii and auto fluxes. */
  public long photometryNanos() {
    return photometryNanos;
  }

  /** Sky coordinates, the reading of the WCS included. */
  public long skyNanos() {
    return skyNanos;
  }

  /** Extractions repeated with a larger SEP buffer. */
  public long retries() {
    return retries;
  }
}
