package org.kiramr.bench.jmh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.kiramr.fits.Frame;
import org.kiramr.fits.FrameItem;
import org.kiramr.fits.FrameMemory;
import org.kiramr.fits.FrameReader;
import org.kiramr.fits.FrameReaderOptions;

/** Reads the one frame of a file in memory, as a task of a job does. Not thread-safe. */
final class FrameSource {
  private final FrameMemory memory = new FrameMemory();
  private final FrameReaderOptions options = FrameReaderOptions.defaults();
  private final byte[] file;

  FrameSource(byte[] file) {
    this.file = file;
  }

  /** The frame; to be closed by the caller. */
  Frame read() throws IOException {
    try (FrameReader reader =
        new FrameReader(
            new ByteArrayInputStream(file), "frame.fits", file.length, options, memory)) {
      FrameItem item = reader.next();
      if (item instanceof Frame frame) {
        return frame;
      }
      throw new IOException("the benchmark's frame cannot be read: " + item);
    }
  }
}
