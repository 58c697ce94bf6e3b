package org.kiramr.bench.jmh;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.kiramr.fits.Frame;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the bytes of a file, in memory, to a frame: headers, checks, decompression, scaling. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecodeBenchmark {
  /** How the file stores the pixels. */
  @Param public Storage storage;

  private FrameSource source;

  /** Makes the file. */
  @Setup
  public void makeFile() throws IOException {
    source = new FrameSource(FrameFiles.file(storage));
  }

  /** Reads the frame. */
  @Benchmark
  public float decode() throws IOException {
    try (Frame frame = source.read()) {
      return frame.floatPixels().get(0);
    }
  }
}
