package org.kiramr.sep;

import java.util.Objects;

/**
 * How sources are detected. Immutable.
 *
 * @param threshold detection threshold, in image units or in standard deviations
 * @param thresholdType which of the two
 * @param minimumArea pixels above the threshold that make a detection, at least 1
 * @param kernel filter before detection, or {@link Kernel#NONE}
 * @param filterType how the kernel is applied
 * @param deblendLevels number of deblending sub-thresholds, at least 1
 * @param deblendContrast least part of the whole flux that makes a branch a source of its own, 0 to
 *     1; 1 turns deblending off
 * @param clean whether false detections in the wings of bright sources are removed
 * @param cleanParameter exponent of the wing profile that cleaning assumes, above 0
 */
public record ExtractionParameters(
    float threshold,
    ThresholdType thresholdType,
    int minimumArea,
    Kernel kernel,
    FilterType filterType,
    int deblendLevels,
    double deblendContrast,
    boolean clean,
    double cleanParameter) {
  /**
   * SExtractor's defaults, as sep.h names them: threshold 1.5 sigma, minimum area 5, {@link
   * Kernel#DEFAULT} by convolution, 32 deblend levels, contrast 0.005, cleaning with 1.0.
   */
  public static final ExtractionParameters DEFAULT =
      new ExtractionParameters(
          1.5f,
          ThresholdType.RELATIVE,
          5,
          Kernel.DEFAULT,
          FilterType.CONVOLUTION,
          32,
          0.005,
          true,
          1.0);

  /** Checks ranges. */
  public ExtractionParameters {
    Objects.requireNonNull(thresholdType, "thresholdType");
    Objects.requireNonNull(kernel, "kernel");
    Objects.requireNonNull(filterType, "filterType");
    Checks.argument(Float.isFinite(threshold), "threshold must be finite: " + threshold);
    Checks.positive(minimumArea, "minimum area");
    Checks.positive(deblendLevels, "deblend levels");
    Checks.argument(
        deblendContrast >= 0 && deblendContrast <= 1,
        "deblend contrast must be from 0 to 1: " + deblendContrast);
    Checks.argument(
        cleanParameter > 0 && cleanParameter < Double.POSITIVE_INFINITY,
        "clean parameter must be above 0: " + cleanParameter);
  }

  /** A builder that begins with {@link #DEFAULT}. */
  public static Builder builder() {
    return DEFAULT.toBuilder();
  }

  /** A builder that begins with these parameters. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Collects parameters; not thread-safe. */
  public static final class Builder {
    private float threshold;
    private ThresholdType thresholdType;
    private int minimumArea;
    private Kernel kernel;
    private FilterType filterType;
    private int deblendLevels;
    private double deblendContrast;
    private boolean clean;
    private double cleanParameter;

    private Builder(ExtractionParameters from) {
      threshold = from.threshold;
      thresholdType = from.thresholdType;
      minimumArea = from.minimumArea;
      kernel = from.kernel;
      filterType = from.filterType;
      deblendLevels = from.deblendLevels;
      deblendContrast = from.deblendContrast;
      clean = from.clean;
      cleanParameter = from.cleanParameter;
    }

    /** Sets the threshold and what it means. */
    public Builder threshold(float value, ThresholdType type) {
      threshold = value;
      thresholdType = type;
      return this;
    }

    /** Sets the least number of pixels. */
    public Builder minimumArea(int pixels) {
      minimumArea = pixels;
      return this;
    }

    /** Sets the kernel and how it is applied. */
    public Builder filter(Kernel newKernel, FilterType type) {
      kernel = newKernel;
      filterType = type;
      return this;
    }

    /** Sets levels and contrast of deblending. */
    public Builder deblend(int levels, double contrast) {
      deblendLevels = levels;
      deblendContrast = contrast;
      return this;
    }

    /** Turns cleaning on, with its parameter. */
    public Builder clean(double parameter) {
      clean = true;
      cleanParameter = parameter;
      return this;
    }

    /** Turns cleaning off. */
    public Builder noCleaning() {
      clean = false;
      return this;
    }

    /**
     * The parameters.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public ExtractionParameters build() {
      return new ExtractionParameters(
          threshold,
          thresholdType,
          minimumArea,
          kernel,
          filterType,
          deblendLevels,
          deblendContrast,
          clean,
          cleanParameter);
    }
  }
}
