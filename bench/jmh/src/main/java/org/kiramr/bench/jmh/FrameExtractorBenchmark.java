package org.kiramr.bench.jmh;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.kiramr.catalog.FrameCatalog;
import org.kiramr.extract.FrameExtractor;
import org.kiramr.extract.FrameRejectedException;
import org.kiramr.fits.Frame;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a frame to its catalogue: all calls of SEP, the copying between them, and sky coordinates.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FrameExtractorBenchmark {
  private FrameSource source;
  private FrameExtractor extractor;
  private Frame frame;

  /** Makes the file. */
  @Setup
  public void makeFile() throws IOException {
    source = new FrameSource(FrameFiles.file(Storage.INT16));
    extractor = new FrameExtractor(Reference.PARAMETERS);
  }

  /**
   * Reads the frame, off the clock: an extraction changes its pixels. It takes milliseconds, so
   * that the clock's own cost for every call does not count.
   */
  @Setup(Level.Invocation)
  public void readFrame() throws IOException {
    frame = source.read();
  }

  /** Extracts the frame. */
  @Benchmark
  public FrameCatalog extract() throws FrameRejectedException {
    return extractor.extract(frame);
  }

  /** Gives the frame's memory back, for the next one. */
  @TearDown(Level.Invocation)
  public void closeFrame() {
    frame.close();
  }

  /** Frees native memory. */
  @TearDown
  public void close() {
    extractor.close();
  }
}
