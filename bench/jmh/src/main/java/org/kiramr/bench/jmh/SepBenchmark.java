package org.kiramr.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.kiramr.sep.ApertureOptions;
import org.kiramr.sep.ApertureSums;
import org.kiramr.sep.Background;
import org.kiramr.sep.Detections;
import org.kiramr.sep.Extractor;
import org.kiramr.sep.KronRadii;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The calls of SEP through JNA, each alone, for a whole frame and all of its sources. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SepBenchmark {
  /** Estimates the background's mesh and its splines. */
  @Benchmark
  public float background(SepState state) {
    try (Background background =
        Background.estimate(state.raw, Reference.PARAMETERS.background())) {
      return background.globalRms();
    }
  }

  /** Interpolates the background and subtracts it. Again and again, which costs the same. */
  @Benchmark
  public void subtract(SepState state) {
    state.background.subtractFrom(state.raw);
  }

  /** Finds and deblends sources. */
  @Benchmark
  public Detections extract(SepState state) {
    return Extractor.extract(state.subtracted, state.extraction);
  }

  /** Sums a circle for each source. */
  @Benchmark
  public ApertureSums circles(SepState state) {
    return state.photometry.circles(
        state.detections.x(),
        state.detections.y(),
        Reference.PARAMETERS.apertureRadii().get(0),
        ApertureOptions.DEFAULT.withSubpixels(Reference.PARAMETERS.apertureSubpixels()));
  }

  /** Finds each source's Kron radius. */
  @Benchmark
  public KronRadii kronRadii(SepState state) {
    return state.kronRadii();
  }

  /** Sums each source's auto aperture. */
  @Benchmark
  public ApertureSums ellipses(SepState state) {
    return state.photometry.ellipses(
        state.detections.x(),
        state.detections.y(),
        state.autoAxes,
        state.autoScale,
        ApertureOptions.DEFAULT.withSubpixels(Reference.PARAMETERS.kronSubpixels()));
  }
}
