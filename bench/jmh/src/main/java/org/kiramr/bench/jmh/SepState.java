package org.kiramr.bench.jmh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kiramr.extract.ExtractParameters;
import org.kiramr.fits.Frame;
import org.kiramr.sep.ApertureOptions;
import org.kiramr.sep.Background;
import org.kiramr.sep.Detections;
import org.kiramr.sep.EllipseAxes;
import org.kiramr.sep.ExtractionParameters;
import org.kiramr.sep.Extractor;
import org.kiramr.sep.FilterType;
import org.kiramr.sep.KronRadii;
import org.kiramr.sep.NoiseType;
import org.kiramr.sep.Photometry;
import org.kiramr.sep.SepImage;
import org.kiramr.sep.ThresholdType;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the calls of SEP need: the frame as it is between the steps, and its sources. */
@State(Scope.Thread)
public class SepState {
  /** The frame's pixels, from which only {@link Background#subtractFrom} takes something. */
  SepImage raw;

  /** The frame without its background. */
  SepImage subtracted;

  Background background;
  ExtractionParameters extraction;
  Detections detections;

  /** On the frame without its background, with its noise. */
  Photometry photometry;

  /** Ellipses of the auto apertures, and their sizes in multiples of these. */
  EllipseAxes autoAxes;

  double[] autoScale;

  private final List<AutoCloseable> open = new ArrayList<>();

  /** Runs the reference extraction once, step by step, and keeps what is between the steps. */
  @Setup
  public void prepare() throws IOException {
    FrameSource source = new FrameSource(FrameFiles.file(Storage.INT16));
    raw = image(source);
    background = Background.estimate(raw, Reference.PARAMETERS.background());
    open.add(background);
    subtracted = image(source);
    background.subtractFrom(subtracted);
    extraction = extraction(background.globalRms());
    detections = Extractor.extract(subtracted, extraction);
    SepImage measured = image(source);
    background.subtractFrom(measured);
    measured.setNoise(background.globalRms(), NoiseType.STDDEV);
    photometry = Photometry.of(measured);
    autoAxes = autoAxes(detections.axes());
    autoScale = autoScale();
  }

  private SepImage image(FrameSource source) throws IOException {
    Frame frame = source.read();
    open.add(frame);
    SepImage image = new SepImage();
    open.add(image);
    image.setPixels(frame.floatPixels(), frame.width(), frame.height());
    return image;
  }

  private static ExtractionParameters extraction(float rms) {
    ExtractParameters parameters = Reference.PARAMETERS;
    return ExtractionParameters.builder()
        .minimumArea(parameters.minArea())
        .filter(parameters.kernel(), FilterType.CONVOLUTION)
        .deblend(parameters.deblendLevels(), parameters.deblendContrast())
        .clean(parameters.cleanParameter())
        .threshold((float) (parameters.thresholdSigma() * rms), ThresholdType.ABSOLUTE)
        .build();
  }

  /** An upright source's angle is pi/2 as a float, more than SEP takes. */
  private static EllipseAxes autoAxes(EllipseAxes axes) {
    double[] theta = axes.theta().clone();
    for (int i = 0; i < theta.length; i++) {
      theta[i] = Math.max(-Math.PI / 2, Math.min(Math.PI / 2, theta[i]));
    }
    return new EllipseAxes(axes.a(), axes.b(), theta);
  }

  private double[] autoScale() {
    double[] scale = kronRadii().radius().clone();
    for (int i = 0; i < scale.length; i++) {
      scale[i] *= Reference.PARAMETERS.kronFactor();
    }
    return scale;
  }

  KronRadii kronRadii() {
    return photometry.kronRadii(
        detections.x(),
        detections.y(),
        detections.coefficients(),
        Reference.PARAMETERS.kronEllipse(),
        ApertureOptions.DEFAULT);
  }

  /** Frees native memory: first what works on a frame, then the frame. */
  @TearDown
  public void close() throws Exception {
    Collections.reverse(open);
    for (AutoCloseable one : open) {
      one.close();
    }
    open.clear();
  }
}
