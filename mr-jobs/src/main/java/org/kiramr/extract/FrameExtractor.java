package org.kiramr.extract;

import org.kiramr.catalog.FrameCatalog;
import org.kiramr.catalog.FrameInfo;
import org.kiramr.catalog.SkyInfo;
import org.kiramr.fits.Frame;
import org.kiramr.fits.FrameId;
import org.kiramr.fits.Reject;
import org.kiramr.fits.RejectCode;
import org.kiramr.sep.Background;
import org.kiramr.sep.Detections;
import org.kiramr.sep.SepException;
import org.kiramr.sep.SepImage;
import org.kiramr.sep.SepLibrary;

/**
 * Turns a frame into its catalogue: background, subtraction, extraction, apertures, Kron radius and
 * auto flux, in this order, with SEP; and sky coordinates, with WCSLIB. The same frame and
 * parameters give the same catalogue, bit for bit, on every engine.
 *
 * <p>Works on the frame's memory, and holds a little of its own that {@link #close()} frees. Not
 * thread-safe: one a task; several can work at once.
 */
public final class FrameExtractor implements AutoCloseable {
  private final ExtractParameters parameters;
  private final SepImage image;
  private final StageTimes times = new StageTimes();

  /**
   * Loads libsep if this process has not yet.
   *
   * @throws org.kiramr.sep.SepUnavailableException if it cannot be loaded
   */
  public FrameExtractor(ExtractParameters parameters) {
    SepLibrary.verifyAvailable();
    this.parameters = parameters;
    this.image = new SepImage();
  }

  /** Where the time went so far; a live view. */
  public StageTimes times() {
    return times;
  }

  /**
   * Extracts one frame, from whose pixels the background is subtracted in place: it can be done
   * once.
   *
   * @throws FrameRejectedException if SEP cannot do it
   */
  public FrameCatalog extract(Frame frame) throws FrameRejectedException {
    try {
      return extractSources(frame);
    } finally {
      // a large frame's memory can be freed only if nothing holds it
      image.clear();
    }
  }

  private FrameCatalog extractSources(Frame frame) throws FrameRejectedException {
    Saturation saturation = parameters.flagSaturated() ? Saturation.of(frame) : Saturation.none();
    FrameInfo info = subtractBackground(frame);
    requireFiniteBackground(frame, info);
    SourceDetector.Found found = detect(frame, info.backgroundRms(), saturation);
    Detections detections = found.detections();
    SkyPositions sky = SkyPositions.of(frame, detections, times);
    BufferLimits limits = found.limits();
    return measure(
        frame,
        info.extracted(limits.pixelStack(), limits.subObjects(), sky.info()),
        detections,
        sky);
  }

  @Override
  public void close() {
    image.close();
  }

  private FrameInfo subtractBackground(Frame frame) throws FrameRejectedException {
    long start = System.nanoTime();
    load(frame);
    try (Background background = Background.estimate(image, parameters.background())) {
      background.subtractFrom(image);
      return info(frame, background);
    } catch (SepException | IllegalArgumentException e) {
      throw rejected(frame, RejectCode.BACKGROUND_FAILED, e);
    } finally {
      times.addBackground(System.nanoTime() - start);
    }
  }

  private void load(Frame frame) {
    if (frame.isDouble()) {
      image.setPixels(frame.doublePixels(), frame.width(), frame.height());
    } else {
      image.setPixels(frame.floatPixels(), frame.width(), frame.height());
    }
    if (frame.mask() != null) {
      image.setMask(frame.mask(), 0);
    }
  }

  private static void requireFiniteBackground(Frame frame, FrameInfo info)
      throws FrameRejectedException {
    if (!Float.isFinite(info.backgroundMean()) || !Float.isFinite(info.backgroundRms())) {
      String reason =
          "the background is not finite (level %s, RMS %s): the pixels are no image, or not scaled"
              .formatted(info.backgroundMean(), info.backgroundRms());
      throw new FrameRejectedException(
          Reject.of(frame.id(), RejectCode.BACKGROUND_FAILED, reason), null);
    }
  }

  private SourceDetector.Found detect(Frame frame, float rms, Saturation saturation)
      throws FrameRejectedException {
    long start = System.nanoTime();
    try {
      return new SourceDetector(image, parameters, times).detect(frame, rms, saturation);
    } finally {
      times.addExtract(System.nanoTime() - start);
    }
  }

  private FrameCatalog measure(Frame frame, FrameInfo info, Detections detections, SkyPositions sky)
      throws FrameRejectedException {
    long start = System.nanoTime();
    try {
      SourceDetector.setNoise(image, frame, info.backgroundRms());
      return new Measurement(image, parameters, detections).catalog(info, sky);
    } catch (SepException | IllegalArgumentException e) {
      // what is not finite in pixels near the largest float is no position and no flux either
      throw rejected(frame, RejectCode.PHOTOMETRY_FAILED, e);
    } finally {
      times.addPhotometry(System.nanoTime() - start);
    }
  }

  private static FrameInfo info(Frame frame, Background background) {
    FrameId id = frame.id();
    return new FrameInfo(
        id.field(),
        id.band(),
        id.image(),
        id.hdu(),
        frame.width(),
        frame.height(),
        frame.bitpix(),
        frame.maskedCount(),
        background.global(),
        background.globalRms(),
        0,
        0,
        SkyInfo.NONE);
  }

  private static FrameRejectedException rejected(Frame frame, RejectCode code, RuntimeException e) {
    return new FrameRejectedException(Reject.of(frame.id(), code, e.getMessage()), e);
  }
}
