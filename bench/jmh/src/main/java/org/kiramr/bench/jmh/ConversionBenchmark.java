package org.kiramr.bench.jmh;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.kiramr.fits.PixelConversion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The conversion of pixels alone: big-endian 16-bit integers to scaled floats outside the heap. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ConversionBenchmark {
  private PixelConversion conversion;

  /** Makes the pixels. */
  @Setup
  public void makePixels() throws IOException {
    conversion = new PixelConversion(FrameFiles.int16Data());
  }

  /** Converts all pixels of a frame. */
  @Benchmark
  public double convert() throws IOException {
    return conversion.convert(pixels -> pixels.get(0));
  }
}
