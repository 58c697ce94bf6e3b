package org.kiramr.extract;

import org.kiramr.fits.Frame;
import org.kiramr.fits.NoiseKind;
import org.kiramr.fits.Reject;
import org.kiramr.fits.RejectCode;
import org.kiramr.sep.Detections;
import org.kiramr.sep.ExtractionParameters;
import org.kiramr.sep.Extractor;
import org.kiramr.sep.FilterType;
import org.kiramr.sep.NoiseType;
import org.kiramr.sep.SepException;
import org.kiramr.sep.SepImage;
import org.kiramr.sep.SepLimits;
import org.kiramr.sep.ThresholdType;

/** Finds the sources of a frame, with SEP's buffers as large as that takes. Not thread-safe. */
final class SourceDetector {
  private final SepImage image;
  private final ExtractParameters parameters;
  private final StageTimes times;

  /**
   * What was found.
   *
   * @param limits SEP's limits with which it succeeded
   */
  record Found(Detections detections, BufferLimits limits) {}

  SourceDetector(SepImage image, ExtractParameters parameters, StageTimes times) {
    this.image = image;
    this.parameters = parameters;
    this.times = times;
  }

  /**
   * Finds the sources in the image, whose background is subtracted.
   *
   * @param rms global RMS of the background, image units
   * @param saturation the frame's saturated pixels, whose sources are flagged
   */
  Found detect(Frame frame, float rms, Saturation saturation) throws FrameRejectedException {
    ExtractionParameters extraction = extraction(frame, rms);
    BufferLimits limits = BufferLimits.initial();
    try {
      return new Found(extract(extraction, saturation), limits);
    } catch (SepException e) {
      return detectAgain(frame, extraction, saturation, limits, e);
    }
  }

  private Found detectAgain(
      Frame frame,
      ExtractionParameters extraction,
      Saturation saturation,
      BufferLimits first,
      SepException firstFailure)
      throws FrameRejectedException {
    BufferLimits limits = first;
    SepException failure = firstFailure;
    while (true) {
      limits = limits.raisedAfter(failure, (long) frame.width() * frame.height());
      if (limits == null) {
        throw new FrameRejectedException(
            Reject.of(frame.id(), code(failure), failure.getMessage()), failure);
      }
      times.addRetry();
      try {
        Detections detections =
            SepLimits.with(
                limits.pixelStack(), limits.subObjects(), () -> extract(extraction, saturation));
        return new Found(detections, limits);
      } catch (SepException e) {
        failure = e;
      }
    }
  }

  private Detections extract(ExtractionParameters extraction, Saturation saturation) {
    if (saturation.isEmpty()) {
      return Extractor.extract(image, extraction);
    }
    Detections detections = Extractor.extract(image, extraction, saturation);
    saturation.mark(detections.flag());
    return detections;
  }

  /**
   * With noise by pixel the threshold is a multiple of it; else it is absolute: multiplied in
   * double, then narrowed, as the reference does.
   */
  private ExtractionParameters extraction(Frame frame, float rms) {
    ExtractionParameters.Builder builder =
        ExtractionParameters.builder()
            .minimumArea(parameters.minArea())
            .filter(parameters.kernel(), FilterType.CONVOLUTION)
            .deblend(parameters.deblendLevels(), parameters.deblendContrast());
    if (frame.noise() == null) {
      image.clearNoise();
      builder.threshold((float) (parameters.thresholdSigma() * rms), ThresholdType.ABSOLUTE);
    } else {
      setNoise(image, frame, rms);
      builder.threshold((float) parameters.thresholdSigma(), ThresholdType.RELATIVE);
    }
    return parameters.cleanParameter() > 0
        ? builder.clean(parameters.cleanParameter()).build()
        : builder.noCleaning().build();
  }

  /** The noise that errors of fluxes come from: by pixel if the frame has it, else the RMS. */
  static void setNoise(SepImage image, Frame frame, float rms) {
    if (frame.noise() == null) {
      image.setNoise(rms, NoiseType.STDDEV);
    } else {
      image.setNoise(
          frame.noise(),
          frame.noiseKind() == NoiseKind.STDDEV ? NoiseType.STDDEV : NoiseType.VARIANCE);
    }
  }

  private static RejectCode code(SepException e) {
    return switch (e.status()) {
      case SepException.PIXEL_STACK_FULL -> RejectCode.PIXEL_STACK_FULL;
      case SepException.DEBLEND_OVERFLOW -> RejectCode.DEBLEND_OVERFLOW;
      default -> RejectCode.EXTRACTION_FAILED;
    };
  }
}
